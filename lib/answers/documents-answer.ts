import type { Ctx } from "@/lib/context";
import type { AnswerWords } from "@/lib/i18n/words/answer-words";
import type { QueryContext } from "@/lib/knowledge/query/query-context";
import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import type { Answer, AnsweringBot } from "./answer";
import { nearKind } from "./asked/near-kind";
import { readCounted } from "./asked/read-counted";
import { readNamed } from "./asked/read-named";
import { readPaying } from "./asked/read-paying";
import { withoutTopic } from "./asked/without-topic";
import { readComparison } from "./message/read-comparison";
import { readWhich } from "./message/read-which";
import { splitQuestion } from "./message/split-question";
import { type Fits, onlyFitting } from "./part/only-fitting";
import type { Part } from "./part/part";
import { readPart } from "./part/read-part";
import { type AskedPart, readDoing, readParts, readValues, search } from "./part/read-parts";
import { withDeed } from "./part/with-deed";
import { withLimits } from "./part/with-limits";
import { listsRead, sayComparison, sayEach } from "./saying/say-comparison";
import { createSayOnce } from "./saying/say-once";
import { sayPart } from "./saying/say-part";

export type Asked = AskedPart & {
  context: QueryContext | null;
  words: AnswerWords;
  /** Whether what documents say is on what was asked, where that is not all that a question tells. */
  fits: Fits | null;
};

/**
 * The documents' own words: to each question of the message, in order, in bubbles of its own. The message as a whole is
 * searched for where it is one question, or where none of its questions has an answer.
 */
export async function documentsAnswer(
  ctx: Pick<Ctx, "db" | "embedder">,
  bot: AnsweringBot,
  asked: Asked,
  searchWhole: (limit?: number) => Promise<BotSearch>,
): Promise<Answer> {
  const { question, context, words, notes, fits } = asked;
  const which = readWhich(question);
  const each = which && (await readParts(ctx, bot, { ...asked, before: [] }, which));
  if (each?.every(({ extracted }) => extracted.state === "answer")) {
    notes?.parts.push(...each);
    return sayEach(bot, words, each);
  }
  const compared = readComparison(question);
  const searchCompared = (compared: string) =>
    compared === "" && addsUp.test(question)
      ? search(ctx, bot, { ...asked, question: `${question} ${pricesAsked}` }, { limit: listsRead, context })
      : searchWhole(listsRead);
  if (compared !== null) {
    const part = readPart(bot, question, await searchCompared(compared), context);
    notes?.parts.push(part);
    return sayComparison(bot, words, compared, part);
  }
  const doing = context?.about ? null : await readDoing(ctx, bot, asked, context);
  if (doing) {
    notes?.parts.push(doing);
    return sayPart(bot, words, doing);
  }
  const sayAsOne = async () => {
    const read = readPart(bot, question, await searchWhole(), context);
    const readAlone = async (question: string) =>
      readPart(bot, question, await search(ctx, bot, { ...asked, question }, { limit: 3, context: null }));
    let alone: Promise<Part> | undefined;
    const readItAlone = () => {
      alone ??= readAlone(question);
      return alone;
    };
    const readNear = async () => {
      const named = await readNamed(read, context, readItAlone);
      const counted = await readCounted(named, context, readItAlone);
      return nearKind(withoutTopic(counted, context), readAlone);
    };
    const near = readPaying(read, context, asked.before) ?? (await withDeed(await readNear(), readAlone));
    const part = onlyFitting(withLimits(await readValues(ctx, bot, asked, near, context)), fits);
    notes?.parts.push(part);
    return sayPart(bot, words, part);
  };
  const questions = splitQuestion(question);
  if (questions.length === 1) return sayAsOne();
  const parts = await readParts(ctx, bot, asked, questions);
  const answered = parts.filter(({ extracted }) => extracted.state === "answer");
  if (answered.length === 0) return sayAsOne();
  notes?.parts.push(...parts);
  const bubbles: string[] = [];
  const sources: Answer["sources"] = [];
  const once = createSayOnce();
  const missing: Part[] = [];
  for (const part of parts) {
    const said = part.extracted.state === "unknown" ? null : sayPart(bot, words, part, once);
    bubbles.push(...(said?.bubbles ?? []));
    sources.push(...(said?.sources ?? []));
    // What may be meant and was said already tells nothing.
    if (!said || (said.bubbles.length === 0 && !said.answered)) missing.push(part);
  }
  if (missing.length > 0)
    bubbles.push(
      [words.missing(missing.map((part) => part.question)), once.fresh(bot.contact)]
        .filter(Boolean)
        .join("\n"),
    );
  return {
    bubbles,
    sources,
    answered: answered.length === parts.length,
    confidence: Math.min(...parts.map(({ sureness }) => sureness)),
    answeredBy: "documents",
  };
}

/** A sum of prices is looked for where prices are. */
const addsUp = /多少|總共|总共|一共|合計|加起來|いくら|合計|in total|altogether|얼마/u;
const pricesAsked = "價格 多少錢";
