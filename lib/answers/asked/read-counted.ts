import { namedIn } from "@/lib/knowledge/query/find-context";
import type { QueryContext } from "@/lib/knowledge/query/query-context";
import { fold } from "@/lib/language/words/fold";
import { measuredForm } from "../extract/extract-expected";
import { says } from "../extract/says";
import type { Part } from "../part/part";
import { hedge } from "../part/read-part";
import { speak } from "../saying/speak";

/**
 * What answers a question that goes on and asks how long or how much: only what says so many of it. To
 * 「要幾天會到」 after 「有禮盒嗎」 the price of that box is no answer; what the documents say to the question alone may be.
 */
export async function readCounted(
  part: Part,
  context: QueryContext | null,
  readAlone: () => Promise<Part>,
): Promise<Part> {
  if (!context || part.extracted.state !== "answer" || saysCount(part)) return part;
  // 「那個多少錢」 asks nothing alone.
  const asked = fold(part.question);
  if (!context.instead && !pointsBack.test(asked) && namedIn(asked).length > 0) {
    const alone = await readAlone();
    if (alone.extracted.state === "answer" && saysCount(alone)) return alone;
  }
  return { ...part, extracted: hedge(part.extracted) };
}

const pointsBack = new RegExp(fold("它|那個|這個|那款|這款|那種|這種|那間|這間"), "u");

function saysCount({ question, search, extracted }: Part): boolean {
  const form = measuredForm(question);
  return !form || extracted.quotes.some((quote) => speak(search, quote).some((text) => says(form, text)));
}
