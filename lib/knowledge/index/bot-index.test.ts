import { describe, expect, it } from "vitest";
import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { TEA_SHOP } from "@/test/fixtures/test-documents";
import { BotIndex } from "./bot-index";
import { buildSegment } from "./build-segment";
import { decodeSegment, encodeSegment } from "./segment";

const documents = Object.entries(TEA_SHOP).map(([id, { title, text }]) => ({
  id,
  segment: encodeSegment(buildSegment({ title, text, passages: splitPassages(text) })),
}));

function best(index: BotIndex, question: string): string | undefined {
  const hit = index.search(question, { limit: 3 }).hits[0];
  if (!hit) return undefined;
  return Object.entries(TEA_SHOP)
    .find(([id]) => id === hit.versionId)?.[1]
    .text.slice(hit.start, hit.end);
}

describe("BotIndex", () => {
  it.each([
    ["運費多少？", "滿 1,200 元免運費"],
    ["运费多少", "滿 1,200 元免運費"],
    ["可以貨到付款嗎", "貨到付款"],
    ["拆封了還能退嗎", "恕不退換"],
    ["門市地址在哪裡", "永康街"],
    ["開封後可以放多久", "三個月"],
    ["定休日はいつですか", "水曜日"],
    ["What discount do wholesale orders get?", "20% discount"],
  ])("answers %s", async (question, holds) => {
    expect(best(await BotIndex.load(documents), question)).toContain(holds);
  });

  it("finds the same, however the documents came in", async () => {
    const loaded = await BotIndex.load(documents);
    const grown = new BotIndex();
    for (const document of documents) grown.add(document);
    // Enough to make small parts merge, then gone again.
    for (let copy = 0; copy < 40; copy++) {
      for (const { id, segment } of documents) grown.add({ id: `${id}-${copy}`, segment });
      for (const { id } of documents) grown.remove(`${id}-${copy}`);
    }
    expect(grown.passageCount).toBe(loaded.passageCount);
    for (const question of ["運費多少？", "定休日はいつ", "wholesale discount", "門市"]) {
      const places = (index: BotIndex) =>
        index.search(question, { limit: 5 }).hits.map(({ versionId, passage }) => `${versionId}/${passage}`);
      expect(places(grown)[0]).toEqual(places(loaded)[0]);
    }
  });

  it("asks in the words of the documents that are there now", async () => {
    const said = (id: string, text: string) => ({
      id,
      segment: encodeSegment(buildSegment({ title: "", text, passages: splitPassages(text) })),
    });
    const index = await BotIndex.load([
      said("other word", "郵資一律八十元。"),
      said("else", "運動會那天公休。"),
    ]);
    const first = () => index.search("運費", { limit: 1 }).hits[0]?.versionId;
    expect(first()).toBe("other word");
    index.add(said("own word", "運費六十元。"));
    expect(first()).toBe("own word");
    index.remove("own word");
    expect(first()).toBe("other word");
  });

  it("hides a removed document", async () => {
    const index = await BotIndex.load(documents);
    index.remove("guide");
    const ids = index.search("運費多少", { limit: 10 }).hits.map(({ versionId }) => versionId);
    expect(ids).not.toContain("guide");
  });

  it("is sure in a bot of one document, too", async () => {
    const index = await BotIndex.load(documents.filter(({ id }) => id === "english"));
    expect(index.search("wholesale discount", { limit: 1 }).confidence).toBeGreaterThan(0.2);
    expect(index.search("opening hours of the swimming pool", { limit: 1 }).confidence).toBeLessThan(0.12);
  });

  it("is sure of what it holds and unsure of what it doesn't", async () => {
    const index = await BotIndex.load(documents);
    expect(index.search("七天內可以退貨嗎", { limit: 1 }).confidence).toBeGreaterThan(0.2);
    expect(index.search("推薦一家汽車保養廠", { limit: 1 }).confidence).toBeLessThan(0.12);
    expect(new BotIndex().search("運費", { limit: 1 })).toMatchObject({ hits: [], confidence: 0 });
  });
});

describe("segment bytes", () => {
  it("come back as they were, wherever they lie in a buffer", () => {
    const { title, text } = TEA_SHOP.faq;
    const segment = buildSegment({ title, text, passages: splitPassages(text) });
    const bytes = encodeSegment(segment);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeSegment(shifted.subarray(3))).toEqual(segment);
  });

  it("are refused when damaged", () => {
    const [first] = documents;
    const bytes = first?.segment.slice() ?? new Uint8Array();
    expect(() => decodeSegment(bytes.subarray(0, 8))).toThrow(RangeError);
    expect(() => decodeSegment(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
    bytes[0] = 99;
    expect(() => decodeSegment(bytes)).toThrow(RangeError);
  });
});

it("takes a document of more passages than one part of it may hold", async () => {
  const text = Array.from({ length: 9000 }, (_, row) => `第${row}號茶罐`).join("\n");
  const passages = [...text.matchAll(/.+/gu)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
    headings: [],
  }));
  const segment = encodeSegment(buildSegment({ title: "茶罐", text, passages }));
  const [hit] = (await BotIndex.load([{ id: "cans", segment }])).search("第8765號", { limit: 1 }).hits;
  expect(hit && text.slice(hit.start, hit.end)).toBe("第8765號茶罐");
  expect(hit?.passage).toBe(8765);
});
