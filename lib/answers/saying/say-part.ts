import type { AnswerWords } from "@/lib/i18n/words/answer-words";
import type { Answer, AnsweringBot } from "../answer";
import { itemsLeft } from "../extract/layout/items-left";
import type { Quote } from "../extract/quote/quote";
import { toSources } from "../extract/quote/to-sources";
import type { Part } from "../part/part";
import { createSayOnce } from "./say-once";
import { speak } from "./speak";
import { unknownAnswer } from "./unknown-answer";

/**
 * What the documents say to one question, with a doubt before it where it isn't sure. Without what `once` has heard: no
 * bubble and no source is left where that is all.
 */
export function sayPart(
  bot: AnsweringBot,
  words: AnswerWords,
  { search, telling, sureness, extracted }: Part,
  once = createSayOnce(),
): Answer {
  const { state, quotes, more } = extracted;
  if (state === "unknown") return unknownAnswer(bot, words, sureness);
  if (toSources(search, quotes).length === 0) return unknownAnswer(bot, words, sureness);
  const sayNew = (quote: Quote) => {
    const text = once.fresh(speak(search, quote).join("\n"));
    return text === "" ? [] : [{ quote, text }];
  };
  const said = quotes.flatMap(sayNew);
  const isSure = state === "answer";
  const rest = isSure && more ? sayNew(more) : [];
  // What is said further is as much a quote as the first.
  const sources = toSources(
    search,
    [...said, ...rest].map(({ quote }) => quote),
  );
  const found = { sources, answered: isSure, confidence: sureness, answeredBy: "documents" as const };
  const texts = said.map(({ text }) => text);
  if (!isSure) {
    const { absent } = telling;
    const hedge = absent.length > 0 ? words.nearest(absent) : words.maybe;
    return { bubbles: texts.length > 0 ? [hedge, ...texts] : [], ...found };
  }
  const last = [...said, ...rest].at(-1)?.quote;
  const count = last && !last.isAll ? itemsLeft(search.passages[last.passage]?.text ?? "", last) : 0;
  const left = count > 0 ? [words.left(count)] : [];
  const first = texts.length > 0 ? [texts.join("\n\n")] : [];
  return { bubbles: [...first, ...rest.map(({ text }) => text), ...left], ...found };
}
