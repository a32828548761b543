import { describe, expect, it } from "vitest";
import { parseVisitor } from "./visitor-input";

describe("parseVisitor", () => {
  it("takes a name, an address and traits, cleaned", () => {
    expect(
      parseVisitor({ name: " 王\0小明\n ", email: "ming@example.com", plan: "pro", seats: 3, vip: true }),
    ).toEqual({ name: "王小明", email: "ming@example.com", traits: { plan: "pro", seats: 3, vip: true } });
    expect(parseVisitor({ name: "😀".repeat(100) })?.name).toBe("😀".repeat(100));
  });

  it("leaves nothing in a name that turns it round or breaks its line", () => {
    expect(
      parseVisitor({
        name: "\u202e明小王\u2069（已驗證）\n",
        email: "\u200emi\u202eng@example.com",
        "\u202ekey\u2028": "\u2066a\u0007b",
      }),
    ).toEqual({ name: "明小王（已驗證）", email: "ming@example.com", traits: { key: "a b" } });
    expect(parseVisitor({ name: "\u202e\u2066" })).toBeNull();
  });

  it("leaves out what is invalid, and keeps the rest", () => {
    expect(
      parseVisitor({
        name: "😀".repeat(101),
        email: "not an address",
        nested: { a: 1 },
        list: [1],
        none: null,
        infinite: Number.POSITIVE_INFINITY,
        blank: "\u200b",
        long: "字".repeat(201),
        ["k".repeat(41)]: 1,
        kept: "字".repeat(200),
      }),
    ).toEqual({ name: null, email: null, traits: { kept: "字".repeat(200) } });
    expect(parseVisitor({ email: `${"a".repeat(250)}@b.c` })?.email).toBe(`${"a".repeat(250)}@b.c`);
    expect(parseVisitor({ email: `${"a".repeat(251)}@b.c` })).toBeNull();
  });

  it("keeps the first 20 traits", () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`k${i}`, i]));
    expect(Object.keys(parseVisitor({ odd: [], ...many })?.traits ?? {})).toEqual(
      Array.from({ length: 20 }, (_, i) => `k${i}`),
    );
  });

  it("reads keys of prototypes as plain ones", () => {
    const said = parseVisitor(JSON.parse('{"__proto__":{"name":"x"},"constructor":"c","toString":"t"}'));
    expect(said).toEqual({ name: null, email: null, traits: { constructor: "c", toString: "t" } });
  });

  it.each([undefined, null, "name", 1, true, [], {}, [{ name: "x" }], { name: "" }, { name: 7 }])(
    "has no use for %j",
    (value) => {
      expect(parseVisitor(value)).toBeNull();
    },
  );
});
