import { expect, it } from "vitest";
import { LocalLimiter } from "./local-limiter";

it("forgets the longest idle subjects when there are too many", () => {
  const limiter = new LocalLimiter();
  const add = (key: string) => limiter.add(key, { id: key, at: 1, isShared: true }, 0);
  for (let i = 0; i < 20_000; i++) add(`key-${i}`);
  add("key-0");
  add("one-more");
  expect(limiter.list("key-0", 0)).toHaveLength(2);
  expect(limiter.list("key-1", 0)).toHaveLength(0);
  expect(limiter.list("one-more", 0)).toHaveLength(1);
});
