import { fold } from "@/lib/language/words/fold";
import { toSources } from "../extract/quote/to-sources";
import type { Part } from "../part/part";
import { hedge } from "../part/read-part";
import { readKind } from "../telling/read-kind";

/**
 * What is nearest to a name that no document has: what they say of its kind, 「付款方式」 for 「那 LINE Pay 呢」, and never
 * for sure. A part whose question has no such name stays as it is.
 * @param look reads what the documents say to other words
 */
export async function nearKind(part: Part, look: (words: string) => Promise<Part>): Promise<Part> {
  const kind = readKind(part.question, part.search.terms);
  if (!kind) return part;
  const { absent } = part.telling;
  const telling = { ...part.telling, absent: absent.length > 0 ? absent : [kind.name] };
  const onKind = ({ search, extracted }: Part) =>
    extracted.quotes.filter((quote) =>
      toSources(search, [quote]).some(({ quote }) => kind.tells.test(fold(quote))),
    );
  if (onKind(part).length > 0) return { ...part, telling, extracted: hedge(part.extracted) };
  const near = await look(kind.asks);
  const quotes = onKind(near).slice(0, 1);
  const { question, search, sureness } = part;
  return quotes.length > 0
    ? { question, search: near.search, telling, sureness, extracted: { state: "maybe", quotes, more: null } }
    : { question, search, telling, sureness, extracted: { state: "unknown", quotes: [], more: null } };
}
