import type { Ctx } from "@/lib/context";
import { embedQuestion } from "@/lib/knowledge/embedding/embed-question";
import type { BotIndex, SearchHit } from "@/lib/knowledge/index/bot-index";
import { ownWordings } from "@/lib/knowledge/query/own-wordings";
import type { SearchTerm } from "@/lib/knowledge/query/parse-query";
import type { QueryContext } from "@/lib/knowledge/query/query-context";
import { processWide } from "@/lib/process-wide";
import { IndexCache } from "./index-cache";
import { type BotPassage, loadPassages } from "./load-passages";
import type { PastedKnowledge } from "./paste-knowledge";
import { readSegments } from "./read-segments";
import { rebuildSegments } from "./rebuild-segments";
import type { SearchableBot } from "./searchable-bot";
import { updateIndex } from "./update-index";

export type SearchBotOptions = {
  limit?: number;
  /** What the question must be read with, see findContext. */
  context?: QueryContext | null;
  /** Other wordings count though the documents have the question's own. */
  isWide?: boolean;
};

export type BotSearch = {
  /** Best first. */
  passages: BotPassage[];
  /** That of the best passage, 0 to about 1; 0 without one. */
  confidence: number;
  /** The highest confidence among the other documents than the best passage's. */
  rival: number;
  /** What was looked for, for choosing sentences. */
  terms: SearchTerm[];
};

/**
 * The passages of a bot's knowledge that fit a question best, `limit` at most; without an embedder by words alone. Only
 * its own documents are read.
 */
export async function searchBot(
  ctx: Pick<Ctx, "db" | "embedder">,
  bot: SearchableBot,
  question: string,
  { limit = 5, context = null, isWide }: SearchBotOptions = {},
): Promise<BotSearch> {
  const index = bot.pasted?.index ?? (await getIndex(ctx, bot));
  const { embedder } = ctx;
  const models = embedder ? index.vectorModels : [];
  const asked = context === null ? question : `${context.about}\n${context.aside}\n${question}`.trim();
  const questionVectors =
    embedder && models.length > 0 ? await embedQuestion(embedder, models, asked) : undefined;
  const { hits, terms, rival } = index.search(question, {
    limit,
    context,
    questionVectors,
    own: ownWordings(bot.wordings),
    isWide,
  });
  const passages = bot.pasted ? pastedPassages(bot.pasted, hits) : await loadPassages(ctx.db, bot, hits);
  return { passages, confidence: passages[0]?.confidence ?? 0, rival, terms };
}

async function getIndex({ db }: Pick<Ctx, "db">, bot: SearchableBot): Promise<BotIndex> {
  const cache = processWide("bot-indexes", () => new IndexCache(maxIndexBytes));
  const { id, knowledgeVersion, versions } = bot;
  // What is tried out stands beside what answers.
  const [key, state] = versions
    ? [`${id} tried`, `${knowledgeVersion} ${[...versions].sort().join(" ")}`]
    : [id, knowledgeVersion];
  const load = () =>
    cache.get(
      key,
      state,
      () => readSegments(db, bot),
      versions ? undefined : (index) => updateIndex(db, bot, index),
    );
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    await rebuildSegments(db, bot);
    return load();
  }
}

/** They have no key: nothing that is read of them is kept. */
function pastedPassages(
  { id, title, text, passages }: PastedKnowledge,
  hits: readonly SearchHit[],
): BotPassage[] {
  return hits.flatMap(({ passage: ordinal, score, confidence }) => {
    const passage = passages[ordinal];
    if (!passage) return [];
    return [{ ...passage, documentId: id, versionId: id, title, text, ordinal, score, confidence }];
  });
}

/** About 40,000 passages of 6 KB. */
const maxIndexBytes = 256 * 1024 * 1024;
