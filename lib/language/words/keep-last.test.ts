import { expect, it } from "vitest";
import { keepLast } from "./keep-last";

it("works once for the last few texts, and anew for those before and for long ones", () => {
  const read: string[] = [];
  const sizeOf = keepLast((text) => {
    read.push(text.slice(0, 3));
    return text.length;
  });
  const long = "long".repeat(400);
  expect(["a", "b", "a", "b", "c", "a", long, long].map(sizeOf)).toEqual([1, 1, 1, 1, 1, 1, 1600, 1600]);
  expect(read).toEqual(["a", "b", "c", "a", "lon", "lon"]);
});
