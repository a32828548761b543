import type { AnsweringBot } from "@/lib/answers/answer";
import type { Ctx } from "@/lib/context";
import { type BotSearch, searchBot } from "@/lib/knowledge/search/search-bot";
import { fold } from "@/lib/language/words/fold";
import type { ExtractedAnswer } from "../extract/extract-answer";
import type { FoundPassage } from "../extract/extract-candidates";
import { headingsAbove } from "../extract/layout/tables-of";
import { quoteSection } from "../extract/quote/quote-section";
import { type Intent, isOnePart } from "./read-intent";

export type FoundSection = { search: BotSearch; extracted: ExtractedAnswer };

/**
 * The section of a bot's documents on what a visitor wants to do, by its title, its headings or its question;
 * null without one.
 */
export async function findSection(
  ctx: Pick<Ctx, "db" | "embedder">,
  bot: AnsweringBot,
  intent: Intent,
): Promise<FoundSection | null> {
  const search = await searchBot(ctx, bot, intent.words, { limit: sectionsRead });
  const named = search.passages
    .map((found, passage) => ({ found, passage, worth: worthOf(found, intent) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth);
  const [best] = named;
  if (!best) return null;
  const { quote, more } = quoteSection(best.found, best.passage);
  return { search, extracted: { state: "answer", quotes: [quote], more } };
}

const sectionsRead = 10;

/**
 * How plainly a passage is on it: by its own heading or question more than by its title, most where that says how.
 * Less where only its text tells; 0 for not at all.
 */
function worthOf(found: FoundPassage, intent: Intent): number {
  const { names, others, verb, tells } = intent;
  const questions = (found.questions ?? []).map(({ start, end }) => found.text.slice(start, end));
  const own = fold((found.answer ? questions : headingsAbove(found).slice(-1)).join("\n"));
  const title = fold(found.title);
  if (others?.test(own) && !isOnePart(intent, own)) return 0;
  const isOwn = names.test(own) || (verb !== "" && own.includes(verb));
  if (!isOwn && (!names.test(title) || others?.test(title)))
    return tells?.test(fold(found.text.slice(found.start, found.end))) ? leastWorth : 0;
  return (isOwn ? 3 : 1) + (tellsHow.test(isOwn ? own : `${title}\n${own}`) ? 1 : 0);
}

const leastWorth = 0.5;
const tellsHow = new RegExp(
  `${fold("怎麼|如何|流程|步驟|方式|方法|須知|辦法|申請|說明")}|\\bhow\\b|方法|仕方`,
  "u",
);
