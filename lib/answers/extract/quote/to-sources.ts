import type { AnswerSource } from "@/lib/answers/answer";
import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import { sliceMapped } from "@/lib/language/markup/mapped-text";
import { readPassage } from "../read-passage";
import type { Quote } from "./quote";

/** Each quote as a reader of the document sees it. */
export function toSources({ passages }: BotSearch, quotes: readonly Quote[]): AnswerSource[] {
  return quotes.flatMap(({ passage, start, end, best: marked }) => {
    const found = passages[passage];
    if (!found) return [];
    const { seen } = readPassage(found);
    const quote = sliceMapped(seen, start, end);
    if (!quote) return [];
    const best = marked ? sliceMapped(seen, marked.start, marked.end) : "";
    const { title, documentId, versionId, ordinal, url, page } = found;
    const isPart = best !== "" && best !== quote && quote.includes(best);
    const where = { ...(url && { url }), ...(page !== undefined && { page }) };
    return [{ title, quote, ...(isPart ? { best } : {}), ...where, documentId, versionId, ordinal }];
  });
}
