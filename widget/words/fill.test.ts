import { expect, test } from "vitest";
import { fill } from "./fill";

test("a pattern takes its number", () => {
  expect(fill("請等 {n} 秒", 12)).toBe("請等 12 秒");
});
