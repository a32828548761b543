import { z } from "zod";
import type { RunJob } from "@/lib/jobs/bind-job";
import { defineJob } from "@/lib/jobs/define-job";
import { type EmbeddingClient, getEmbeddingClient } from "@/lib/model/embedding-client";
import { ModelError } from "@/lib/model/model-error";
import { embedPending } from "./embed-pending";

export const embedBotInput = z.strictObject({ botId: z.uuid() });
export type EmbedBotInput = z.output<typeof embedBotInput>;

/** Embeds what a bot's documents owe; tried again for about a week while the endpoint fails, sooner when a document changes. */
export const embedBotJob = defineJob({
  name: "embed-bot",
  input: embedBotInput,
  retry: { attempts: 1_000, firstDelaySeconds: 60, longestDelaySeconds: 600 },
  atOnce: 2,
  teamAtOnce: 1,
  leaseSeconds: 60,
});

/** @param client the process's unless said; without one there is nothing to do */
export function embedBotBy(client: () => EmbeddingClient | null = getEmbeddingClient): RunJob<EmbedBotInput> {
  return async (ctx, { botId: id }, { signal, progress }) => {
    const embedder = client();
    const bot = await ctx.db.bot.findUnique({ where: { id }, select: { teamId: true } });
    if (!embedder || !bot) return undefined;
    const { fault } = await embedPending(ctx.db, embedder, {
      bot: { id, teamId: bot.teamId },
      progress,
      isStopped: () => signal.aborted,
    });
    if (fault) throw new ModelError(fault);
    return undefined;
  };
}
