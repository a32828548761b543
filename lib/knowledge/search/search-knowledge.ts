import { z } from "zod";
import { requireBot } from "@/lib/bots/require-bot";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { lineInput } from "@/lib/language/text-input";
import { type BotSearch, searchBot } from "./search-bot";

export const searchKnowledgeInput = z.strictObject({ botId: z.string("required"), question: lineInput(300) });
export type SearchKnowledgeInput = z.output<typeof searchKnowledgeInput>;

/** What the bot would answer from: the best passages for a question, for staff who try it out. */
export async function searchKnowledge(
  ctx: ActorCtx,
  { botId, question }: SearchKnowledgeInput,
): Promise<BotSearch> {
  requirePermission(ctx.actor, "knowledge.read");
  return searchBot(ctx, await requireBot(ctx, botId), question);
}
