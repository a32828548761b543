import type { AnswerWords } from "@/lib/i18n/answer-words";
import type { Answer, AnsweringBot } from "./answer";
import { itemsLeft } from "./extract/layout/items-left";
import { toSources } from "./extract/to-sources";
import type { Part } from "./part";
import { speak } from "./speak";
import { unknownAnswer } from "./unknown-answer";

/** What the documents say to one question, with a doubt before it where it isn't sure. */
export function sayPart(
  bot: AnsweringBot,
  words: AnswerWords,
  { search, telling, sureness, extracted }: Part,
): Answer {
  const { state, quotes, more } = extracted;
  if (state === "unknown") return unknownAnswer(bot, words, sureness);
  const sources = toSources(search, quotes);
  if (sources.length === 0) return unknownAnswer(bot, words, sureness);
  const said = quotes.flatMap((quote) => speak(search, quote));
  const found = { sources, confidence: sureness, answeredBy: "documents" as const };
  const { absent } = telling;
  const hedge = absent.length > 0 ? words.nearest(absent) : words.maybe;
  if (state === "maybe") return { bubbles: [hedge, ...said], answered: false, ...found };
  const rest = more ? speak(search, more) : [];
  const left = [more ?? quotes.at(-1)].flatMap((last) => {
    const count = last ? itemsLeft(search.passages[last.passage]?.text ?? "", last) : 0;
    return count > 0 ? [words.left(count)] : [];
  });
  // What is said further is as much a quote as the first.
  const all = rest.length > 0 && more ? [...sources, ...toSources(search, [more])] : sources;
  return { bubbles: [said.join("\n\n"), ...rest, ...left], answered: true, ...found, sources: all };
}
