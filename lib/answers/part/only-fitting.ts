import { toSources } from "../extract/quote/to-sources";
import type { Part } from "./part";

/** Whether a quote is on what was asked; `above` is the title and the headings that it stands under. */
export type Fits = (quote: string, above: string) => boolean;

/** What is quoted without what doesn't fit; the same where all may. */
export function onlyFitting(part: Part, fits: Fits | null): Part {
  if (!fits) return part;
  const { search, extracted } = part;
  const quotes = extracted.quotes.filter((quote) => {
    const { title = "", headings = [] } = search.passages[quote.passage] ?? {};
    const above = [title, ...headings].join("\n");
    return toSources(search, [quote]).some(({ quote: said }) => fits(said, above));
  });
  if (quotes.length === extracted.quotes.length) return part;
  const state = quotes.length > 0 ? extracted.state : "unknown";
  return { ...part, extracted: { state, quotes, more: null } };
}
