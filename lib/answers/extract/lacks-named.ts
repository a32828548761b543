import { namedIn } from "@/lib/knowledge/query/find-context";
import { wordings } from "@/lib/knowledge/query/reword-question";
import { fold } from "@/lib/language/words/fold";
import { foldedText } from "./folded-text";
import { isParted } from "./is-parted";
import type { PromptPassage } from "./keep-per-passage";

/** Whether a passage has a common word, as `namedIn` gives it, or another word for it. */
export function hasNamed(passage: PromptPassage, word: string): boolean {
  const said = foldedText(passage);
  return (
    said.includes(word) ||
    isParted(word, said) ||
    [...wordings.othersOf(word)].some((other) => other.length > 1 && said.includes(other))
  );
}

/**
 * Whether a passage lacks something that is asked of and the best one has, and has nothing for it that the best one
 * lacks: what is said of tea that is out of date, beside 「點數會過期嗎」.
 */
export function lacksNamed(asked: string, best: PromptPassage, other: PromptPassage): boolean {
  const words = [...new Set(namedIn(fold(asked)))].slice(0, most);
  const held = words.filter((word) => hasNamed(best, word));
  return (
    held.some((word) => !hasNamed(other, word)) &&
    !words.some((word) => !held.includes(word) && hasNamed(other, word))
  );
}

/** A question names no more things. */
const most = 20;
