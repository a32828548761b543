import { expect, it } from "vitest";
import { buildSegment } from "./build-segment";
import { mergeSegments, mergeSegmentsNow } from "./merge-segments";

const words = ["茶葉", "運費", "門市", "退貨", "保存", "tea", "shop", "2024", "禮盒", "刷卡"];

function segmentOf(sentences: readonly string[], title = "") {
  const text = sentences.join("\n");
  const passages = [...text.matchAll(/.+/gu)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
    headings: [],
  }));
  return buildSegment({ title, text, passages });
}

const sentences = Array.from({ length: 400 }, (_, row) =>
  [row, row * 7, row * 3 + 1, row * row].map((pick) => words[pick % words.length]).join(row % 2 ? "" : "，"),
);

it("gives what one segment of all the passages would be", () => {
  const pieces = [sentences.slice(0, 1), sentences.slice(1, 140), sentences.slice(140)];
  const merged = mergeSegmentsNow(pieces.map((piece) => ({ segment: segmentOf(piece) })));
  const { starts: _starts, ends: _ends, ...whole } = segmentOf(sentences);
  expect(merged).toMatchObject(whole);
});

it("leaves dropped passages out, and terms that were only there", () => {
  const merged = mergeSegmentsNow([
    { segment: segmentOf([...sentences.slice(0, 50), "限定品"]), isDropped: (passage) => passage % 2 === 0 },
  ]);
  const {
    starts: _starts,
    ends: _ends,
    ...kept
  } = segmentOf(sentences.slice(0, 50).filter((_, row) => row % 2 === 1));
  expect(merged).toMatchObject(kept);
});

it("stops in between when there is much to do", () => {
  const segment = segmentOf(sentences);
  const steps = mergeSegments(Array.from({ length: 400 }, () => ({ segment })));
  let pauses = 0;
  while (!steps.next().done) pauses++;
  expect(pauses).toBeGreaterThan(8);
});
