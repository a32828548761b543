import type { Part } from "@/lib/answers/part/part";
import { hedge } from "@/lib/answers/part/read-part";
import { thingIn } from "@/lib/knowledge/query/find-context";
import type { SearchTerm } from "@/lib/knowledge/query/parse-query";
import type { QueryContext } from "@/lib/knowledge/query/query-context";
import { fold } from "@/lib/language/words/fold";
import { forEachTerm } from "@/lib/language/words/tokens";
import { speak } from "../saying/speak";
import { holdsNamed } from "./holds-named";

/** Whether what a question is answered with alone has what it names. */
function isHeldBy({ question, search, extracted }: Part): boolean {
  const found = search.passages[extracted.quotes[0]?.passage ?? -1];
  return found !== undefined && holdsNamed(question, search.terms)(found);
}

/** Whether what is said has the thing of one character that is asked of: 「貓」 of 「那貓呢」. */
function holdsOne({ search, extracted }: Part, thing: string): boolean {
  if (thing.length !== 1) return true;
  return extracted.quotes.some((quote) =>
    speak(search, quote).some((text) => fold(text).includes(fold(thing))),
  );
}

function termsIn(text: string, terms: readonly SearchTerm[]): SearchTerm[] {
  const own = new Set<number>();
  forEachTerm(fold(text), (term) => own.add(term));
  return terms.filter(({ term }) => own.has(term));
}

/**
 * What answers a question that goes on and names something of its own: only what holds that. 「有會員卡嗎」
 * after the price of a bicycle is asked anew, as `readAlone` does, where what fits both says nothing of it; of
 * 「會過期嗎」 that is only not sure.
 */
export async function readNamed(
  part: Part,
  context: QueryContext | null,
  readAlone: () => Promise<Part>,
): Promise<Part> {
  if (!context?.names || part.extracted.state === "unknown") return part;
  const { question, search, extracted } = part;
  if (context.asksSame && !holdsOne(part, context.named ?? thingIn(part.question)))
    return { ...part, extracted: hedge(extracted) };
  const { named } = context;
  const holds = named ? holdsNamed(named, termsIn(named, search.terms)) : holdsNamed(question, search.terms);
  const isHeld = (at: number) => {
    const passage = search.passages[at];
    return passage !== undefined && holds(passage);
  };
  const quotes = extracted.quotes.filter(({ passage }) => isHeld(passage));
  const isFirst = quotes.length > 0 && quotes[0] === extracted.quotes[0];
  const held = isFirst ? { ...part, extracted: { ...extracted, quotes } } : null;
  if (held && !(context.asksSame && extracted.state === "maybe")) return held;
  if (named) return held ?? { ...part, extracted: hedge(extracted) };
  const alone = await readAlone();
  if (context.names === "deed") return isHeldBy(alone) ? alone : { ...part, extracted: hedge(extracted) };
  if (held) return alone.extracted.state === "answer" ? alone : held;
  const isToldAbsent = alone.extracted.state === "unknown" && part.telling.absent.length > 0;
  return isToldAbsent ? { ...part, extracted: hedge(extracted) } : alone;
}
