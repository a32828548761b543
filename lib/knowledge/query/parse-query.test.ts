import { describe, expect, it } from "vitest";
import { fold } from "@/lib/language/words/fold";
import { forEachTerm } from "@/lib/language/words/tokens";
import { parseQuery } from "./parse-query";

const known = new Set<number>();
forEachTerm(fold("親友看診由家屬陪同。回診請準備健保卡。"), (term) => known.add(term));
const pairOf = ([first = "", second = ""]: string) =>
  fold(first).charCodeAt(0) * 0x10000 + fold(second).charCodeAt(0);

describe("parseQuery", () => {
  it.each([
    ["週六有看診嗎", "有看"],
    ["車被刮傷", "車被"],
    ["發票會寄來", "票會"],
  ])("takes no joining word of %s for a typing error", (question, pair) => {
    const terms = parseQuery(question, { isKnown: (term) => known.has(term) }).map(({ term }) => term);
    expect(terms).toContain(pairOf(pair));
  });

  it("weighs pairs with 了 as those with 的", () => {
    const [weight] = parseQuery("懷孕了").flatMap(({ term, weight }) =>
      term === pairOf("孕了") ? [weight] : [],
    );
    expect(weight).toBe(0.5);
  });
});
