import { fold } from "@/lib/language/words/fold";
import type { Question } from "../answer";
import type { FoundPassage } from "../extract/extract-candidates";
import { hasNamed } from "../extract/lacks-named";
import { readPassage } from "../extract/read-passage";

/**
 * The passages found, the one that the bot quoted last first: 「那 LINE Pay 呢」 asks for another line of it, if it has
 * what is `named`.
 */
export function besideLast<T extends FoundPassage>(
  found: readonly T[],
  before: Question["history"],
  named = "",
): T[] {
  const last = before.findLast(({ role }) => role === "assistant")?.content ?? "";
  const quoted = last
    .slice(0, longestReply)
    .split("\n")
    .slice(0, linesRead)
    .map((line) => line.replace(mark, "").slice(0, enough))
    .filter((line) => line.length >= least);
  const passage = found.find((each) => {
    const { text } = readPassage(each).said;
    return quoted.some((line) => text.includes(line));
  });
  const [best] = found;
  if (!best || !passage || passage === best) return [...found];
  if (named !== "" && !hasNamed(passage, fold(named))) return [...found];
  return [{ ...passage, score: best.score }, ...found.filter((other) => other !== passage)];
}

const mark = /^[-*+]\s+/u;
/** UTF-16 units. */
const longestReply = 1_000;
const linesRead = 8;
const enough = 40;
const least = 8;
