import { expect, it } from "vitest";
import { readQuery } from "./read-query";

const read = (query: string) => readQuery({ url: `http://x/api?${query}` }, ["search", "bot"]);

it("takes the first of each name and ignores the rest", () => {
  expect(read("search=%E8%8C%B6&search=x&other=%00")).toEqual({ search: "茶" });
  expect(read("search=&bot=%F0%9F%8D%B5")).toEqual({ search: "", bot: "🍵" });
});

it("refuses NUL, and reads a broken escape as text that can be stored", () => {
  for (const query of ["search=%00", "search=a%00b", "bot=%00"])
    expect(() => read(query)).toThrow(expect.objectContaining({ code: "invalid_input" }));
  expect(read("search=%ED%A0%80%E0%A4%A").search?.isWellFormed()).toBe(true);
});
