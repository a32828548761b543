import { expect, it } from "vitest";
import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { buildSegment } from "./build-segment";
import { IndexCache } from "./index-cache";
import { encodeSegment } from "./segment";
import { TEA_SHOP } from "./test-documents";

const { title, text } = TEA_SHOP.guide;
const documents = [
  { id: "guide", segment: encodeSegment(buildSegment({ title, text, passages: splitPassages(text) })) },
];

it("loads once for a version, again for the next", async () => {
  const loads: string[] = [];
  const cache = new IndexCache(async (botId) => {
    loads.push(botId);
    return documents;
  }, 1e9);
  const [one, same] = await Promise.all([cache.get("a", 1), cache.get("a", 1)]);
  expect(one).toBe(same);
  expect(await cache.get("a", 2)).not.toBe(one);
  expect(loads).toEqual(["a", "a"]);
});

it("keeps within its bound, dropping the longest unused", async () => {
  const loads: string[] = [];
  const load = async (botId: string) => {
    loads.push(botId);
    return documents;
  };
  const size = (await new IndexCache(load, 1e9).get("x", 1)).byteLength;
  const cache = new IndexCache(load, size * 2.5);
  loads.length = 0;
  for (const botId of ["a", "b", "a", "c", "a", "b"]) await cache.get(botId, 1);
  expect(loads).toEqual(["a", "b", "c", "b"]);
  expect(cache.byteLength).toBeLessThanOrEqual(size * 2.5);
});

it("tries again after a failed load", async () => {
  let isDown = true;
  const cache = new IndexCache(async () => {
    if (isDown) throw new Error("database is away");
    return documents;
  }, 1e9);
  await expect(cache.get("a", 1)).rejects.toThrow("away");
  isDown = false;
  expect((await cache.get("a", 1)).passageCount).toBe(3);
});
