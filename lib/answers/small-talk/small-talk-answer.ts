import type { Answer, AnsweringBot } from "@/lib/answers/answer";
import { wayToPerson } from "@/lib/answers/saying/way-to-person";
import type { Ctx } from "@/lib/context";
import { type AnswerLanguage, type AnswerWords, answerWords } from "@/lib/i18n/words/answer-words";
import { searchBot } from "@/lib/knowledge/search/search-bot";
import { plainWords } from "@/lib/language/words/plain-words";
import { readSmallTalk } from "./read-small-talk";

/**
 * What the bot says to a greeting, to thanks, to an insult and the like; null when the message asks something. An
 * owner's own question-answer pair for it (「你好」) goes first: null then, too, as where what looks like nonsense stands
 * in the documents.
 */
export async function smallTalkAnswer(
  ctx: Pick<Ctx, "db">,
  bot: AnsweringBot,
  message: string,
  language: AnswerLanguage,
): Promise<Answer | null> {
  const smallTalk = readSmallTalk(message);
  if (smallTalk === null) return null;
  const { passages } = await searchBot({ ...ctx, embedder: null }, bot, message);
  if (smallTalk === "nonsense" && passages.length > 0) return null;
  const said = plainWords(message);
  const isAnsweredByOwner = passages.some(({ text, questions }) =>
    questions?.some(({ start, end }) => plainWords(text.slice(start, end)) === said),
  );
  if (isAnsweredByOwner) return null;
  const words = answerWords[language];
  return smallTalk === "rant" ? rantAnswer(bot, words) : toAnswer([words.smallTalk[smallTalk]]);
}

/** To who is angry: calm, with the way to a person. */
export function rantAnswer(bot: AnsweringBot, words: AnswerWords): Answer {
  return toAnswer([words.smallTalk.rant, ...wayToPerson(bot, words)]);
}

function toAnswer(lines: readonly string[]): Answer {
  return {
    bubbles: [lines.join("\n")],
    sources: [],
    answered: null,
    confidence: null,
    answeredBy: "small_talk",
  };
}
