import { z } from "zod";
import { idInput } from "@/lib/id-input";
import type { RunJob } from "@/lib/jobs/bind-job";
import { defineJob } from "@/lib/jobs/define-job";
import { ModelError } from "@/lib/model/model-error";
import { embedPending } from "./embed-pending";

export const embedBotInput = z.strictObject({ botId: idInput });
export type EmbedBotInput = z.output<typeof embedBotInput>;

/**
 * Embeds what a bot's documents owe; tried again for about a week while the endpoint fails, sooner when a
 * document changes.
 */
export const embedBotJob = defineJob({
  name: "embed-bot",
  input: embedBotInput,
  retry: { attempts: 1_000, firstDelaySeconds: 60, longestDelaySeconds: 600 },
  atOnce: 2,
  teamAtOnce: 1,
  leaseSeconds: 60,
});

/** Without an embedder there is nothing to do. */
export const embedBot: RunJob<EmbedBotInput> = async (
  { db, embedder },
  { botId: id },
  { signal, progress },
) => {
  const bot = await db.bot.findUnique({ where: { id }, select: { teamId: true } });
  if (!embedder || !bot) return undefined;
  const { fault } = await embedPending(db, embedder, {
    bot: { id, teamId: bot.teamId },
    progress,
    isStopped: () => signal.aborted,
  });
  if (fault) throw new ModelError(fault);
  return undefined;
};
