import { expect, it } from "vitest";
import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { buildSegment } from "@/lib/knowledge/index/build-segment";
import { encodeSegment } from "@/lib/knowledge/index/segment";
import { TEA_SHOP } from "@/test/fixtures/test-documents";
import { IndexCache } from "./index-cache";

const { title, text } = TEA_SHOP.guide;
const documents = [
  { id: "guide", segment: encodeSegment(buildSegment({ title, text, passages: splitPassages(text) })) },
];

it("loads once for a version, again for the next", async () => {
  let loads = 0;
  const load = () => {
    loads++;
    return documents;
  };
  const cache = new IndexCache(1e9);
  const [one, same] = await Promise.all([cache.get("a", 1, load), cache.get("a", 1, load)]);
  expect(one).toBe(same);
  expect(await cache.get("a", 2, load)).not.toBe(one);
  expect(loads).toBe(2);
});

it("keeps within its bound, dropping the longest unused", async () => {
  const loads: string[] = [];
  const size = (await new IndexCache(1e9).get("x", 1, () => documents)).byteLength;
  const cache = new IndexCache(size * 2.5);
  for (const botId of ["a", "b", "a", "c", "a", "b"]) {
    await cache.get(botId, 1, () => {
      loads.push(botId);
      return documents;
    });
  }
  expect(loads).toEqual(["a", "b", "c", "b"]);
  expect(cache.byteLength).toBeLessThanOrEqual(size * 2.5);
});

it("tries again after a failed load", async () => {
  let isDown = true;
  const load = async function* () {
    if (isDown) throw new Error("database is away");
    yield* documents;
  };
  const cache = new IndexCache(1e9);
  await expect(cache.get("a", 1, load)).rejects.toThrow("away");
  isDown = false;
  expect((await cache.get("a", 1, load)).passageCount).toBe(3);
});
