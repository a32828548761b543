import type { WidgetBot } from "@/lib/bots/get-bot-by-token";
import type { Ctx } from "@/lib/context";
import { processWide } from "@/lib/process-wide";
import { type FoundPassage, loadPassages } from "./load-passages";
import { readSegments } from "./read-segments";
import type { SearchTerm } from "./search/bot-index";
import { IndexCache } from "./search/index-cache";

export type SearchableBot = Pick<WidgetBot, "id" | "teamId" | "knowledgeVersion">;

export type BotSearch = {
  /** Best first. */
  passages: FoundPassage[];
  /** Passages that were searched. */
  passageCount: number;
  /** What was looked for, for choosing sentences. */
  terms: SearchTerm[];
};

/** The passages of a bot's knowledge that fit a question best, `limit` at most. */
export async function searchBot(
  ctx: Pick<Ctx, "db">,
  bot: SearchableBot,
  question: string,
  { limit = 5 }: { limit?: number } = {},
): Promise<BotSearch> {
  const index = await indexes().get(bot.id, bot.knowledgeVersion, () => readSegments(ctx.db, bot));
  const { hits, terms } = index.search(question, { limit });
  const passages = await loadPassages(ctx.db, bot, hits);
  return { passages, passageCount: index.passageCount, terms };
}

function indexes(): IndexCache {
  return processWide("bot-indexes", () => new IndexCache(maxIndexBytes));
}

/** About 40,000 passages of 6 KB. */
const maxIndexBytes = 256 * 1024 * 1024;
