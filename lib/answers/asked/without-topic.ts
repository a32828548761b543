import { namedIn } from "@/lib/knowledge/query/find-context";
import type { QueryContext } from "@/lib/knowledge/query/query-context";
import { fold } from "@/lib/language/words/fold";
import type { Part } from "../part/part";

/**
 * Where all that a question names itself is absent, without the quotes that only tell of the thing that was talked
 * about: to 「多久前要預約」 after 「登山車多少錢」 the price of that bicycle is nothing near.
 */
export function withoutTopic(part: Part, context: QueryContext | null): Part {
  const { question, search, telling, extracted } = part;
  if (!context || context.asksSame || telling.absent.length === 0) return part;
  const missing = fold(telling.absent.join(" "));
  const named = namedIn(fold(question));
  if (named.length === 0 || !named.every((word) => missing.includes(word))) return part;
  const topic = fold(context.topic ?? context.about)
    .split(/\s+/u)
    .filter((word) => word.length > 1);
  const quotes = extracted.quotes.filter(({ passage, start, end }) => {
    const said = fold(search.passages[passage]?.text.slice(start, end) ?? "");
    return !topic.some((word) => said.includes(word));
  });
  if (quotes.length === extracted.quotes.length) return part;
  return {
    ...part,
    extracted: { state: quotes.length > 0 ? extracted.state : "unknown", quotes, more: null },
  };
}
