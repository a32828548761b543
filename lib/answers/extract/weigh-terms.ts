import type { SearchTerm } from "@/lib/knowledge/query/parse-query";

/** What the terms of a search weigh for choosing sentences. */
export function weighTerms(terms: readonly SearchTerm[]): ReadonlyMap<number, number> {
  return new Map(
    terms.map(({ term, weight, idf, isAside }) => [term, weight * idf * (isAside ? asideShare : 1)]),
  );
}

const asideShare = 0.4;
