import { fold } from "@/lib/language/words/fold";
import { cleanQuery } from "./parse-query";

/**
 * What a question in a conversation must be read with, null when it stands alone: for 「那運費呢？」 the
 * question before it. `earlier` are the visitor's questions so far, oldest first. A rule, without a model.
 */
export function findContext(question: string, earlier: readonly string[]): string | null {
  if (!isFollowUp(question)) return null;
  const context: string[] = [];
  for (const before of earlier.slice(-REACH).reverse()) {
    context.unshift(before);
    if (!isFollowUp(before)) break;
  }
  return context.length > 0 ? context.join("\n") : null;
}

const REACH = 3;
const SHORT = 16;

function isFollowUp(question: string): boolean {
  const folded = fold(question).trim();
  if (OPENS.test(folded) || (POINTS_BACK.test(folded) && folded.length <= SHORT * 3)) return true;
  if (folded.length <= SHORT && /呢[?？!！。]?$/u.test(folded)) return true;
  // 「要多久？」: nothing is left to search for.
  return cleanQuery(question).replace(/[^\p{L}\p{N}]/gu, "").length <= 1;
}

/** In the folded form. 那裡 and 那些 mostly stand for 哪裡 and 哪些. */
const OPENS =
  /^(?:那(?![里边儿些])|还有[,，呢]|另外|如果是|换成|(?:and|also|then|so|but|what about|how about|what if)\b|じゃあ|では|それ|その|あと[はの、])/u;
const POINTS_BACK =
  /它|他们|这个|那个|这款|那款|这种|那种|这样|前者|后者|刚才|\b(?:it|its|that|they|them|this one|that one|those|these)\b|それ|これ|あれ/u;
