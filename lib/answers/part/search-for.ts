import type { Ctx } from "@/lib/context";
import { type BotSearch, type SearchBotOptions, searchBot } from "@/lib/knowledge/search/search-bot";
import type { AnsweringBot, Question } from "../answer";
import { nearTopic } from "../asked/near-topic";
import { readPlace } from "../asked/read-place";
import { asksRule } from "../extract/asks-rule";
import { isOnTrouble } from "../extract/is-on-trouble";
import { besideLast } from "./beside-last";

/**
 * The passages that a question is answered from: as searchBot finds them, but for 「那 LINE Pay 呢」 those beside the last
 * answer first, and for 「可以刷卡嗎」 the rule before what to do when it failed.
 */
export async function searchFor(
  ctx: Pick<Ctx, "db" | "embedder">,
  bot: AnsweringBot,
  question: string,
  { before, ...options }: SearchBotOptions & { before: Question["history"] },
): Promise<BotSearch> {
  if (options.context?.asksSame) {
    const around = await searchBot(ctx, bot, question, { ...options, limit: passagesBeside });
    return { ...around, passages: besideLast(around.passages, before, options.context.named) };
  }
  const place = readPlace(question);
  if (place) return searchBot(ctx, bot, place, options);
  const topic = options.context?.topic;
  if (topic) {
    const around = await searchBot(ctx, bot, question, { ...options, limit: passagesBeside });
    return nearTopic(around, question, topic, options.limit);
  }
  const found = await searchBot(ctx, bot, question, options);
  if (!isOnTrouble(found.passages[0]) || !asksRule(question)) return found;
  const wide = await searchBot(ctx, bot, question, { ...options, isWide: true, limit: passagesBeside });
  const passages = wide.passages.filter((passage) => !isOnTrouble(passage));
  const confidence = passages[0]?.confidence ?? 0;
  return confidence > found.confidence * ruleShare ? { ...wide, passages, confidence } : found;
}

/** Where an answer is looked for that stands beside another. */
const passagesBeside = 6;
/** Of the sureness of what to do when something went wrong, what the rule itself must have. */
const ruleShare = 0.5;
