import type { PromptPassage } from "@/lib/answers/extract/keep-per-passage";
import { namedIn } from "@/lib/knowledge/query/find-context";
import { wordings } from "@/lib/knowledge/query/reword-question";
import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import { fold } from "@/lib/language/words/fold";
import { foldedText } from "../extract/folded-text";
import { hasNamed } from "../extract/lacks-named";

/**
 * What was found for a question that goes on, what is on the thing talked about first: 「會過期嗎」 after 「點數怎麼算」
 * asks of points, though the documents say more of tea that is out of date. What hardly has the question stays where it
 * is, and what lacks a thing that the question names itself: 「點數會過期嗎」 after the price of a tea.
 */
export function nearTopic(
  found: BotSearch,
  question: string,
  topic: string,
  limit = found.passages.length,
): BotSearch {
  const words = topic
    .slice(0, longest)
    .split(/\s+/u)
    .flatMap((word) => [word, ...(isForeign.test(word) ? wordings.othersOf(word) : [])])
    .filter((word) => word.length > 1);
  const isNear = (passage: PromptPassage) => {
    const said = foldedText(passage);
    return words.some((word) => shareOf(word, said) >= least);
  };
  const [foremost] = found.passages;
  const best = foremost?.confidence ?? 0;
  const asked = namedIn(fold(question.slice(0, longestQuestion)));
  const fits = found.passages.map((passage) => ({
    passage,
    isRead: passage.confidence >= best * enough,
    held: asked.filter((word) => hasNamed(passage, word)).length,
  }));
  const most = Math.max(0, ...fits.map(({ isRead, held }) => (isRead ? held : 0)));
  const passages = fits
    .map(({ passage, isRead, held }) => {
      if (!isRead || !isNear(passage)) return passage;
      const share = held < most ? lessWorth : worth;
      return { ...passage, score: passage.score * share, confidence: passage.confidence * share };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
  const [first] = passages;
  if (!first || first.versionId === foremost?.versionId) return { ...found, passages };
  return { ...found, passages, confidence: first.confidence, rival: Math.max(best, found.rival) };
}

/** UTF-16 units: more names no thing. */
const longest = 60;
const longestQuestion = 400;
const isForeign = /^[^\p{Script=Han}]/u;

/** How many of a word's pairs of characters a text has, 0 to 1. */
function shareOf(word: string, text: string): number {
  if (text.includes(word)) return 1;
  let held = 0;
  for (let at = 0; at + 2 <= word.length; at++) if (text.includes(word.slice(at, at + 2))) held++;
  return held / (word.length - 1);
}

/** 「冷泡瓶」 for 「玻璃冷泡瓶」. */
const least = 0.5;
/** Of the best one's confidence, what a passage must have to go before it. */
const enough = 0.4;
const worth = 2;
const lessWorth = 0.6;
