import { describe, expect, it } from "vitest";
import { VectorStore } from "./vector-store";
import { cosine, decodeVectors, encodeVectors, toUnitLength } from "./vectors";

describe("vectors", () => {
  it("keep cosines to a hundredth through quantisation", () => {
    const one = Array.from({ length: 64 }, (_, at) => Math.sin(at * at));
    const other = Array.from({ length: 64 }, (_, at) => Math.cos(at * 3 + 1) + Math.sin(at * at));
    const exact =
      one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0) /
      Math.hypot(...one) /
      Math.hypot(...other);
    const kept = decodeVectors(encodeVectors([other, one]));
    expect(cosine(kept, 0, toUnitLength(one))).toBeCloseTo(exact, 2);
    expect(cosine(kept, 1, toUnitLength(one))).toBeCloseTo(1, 2);
  });

  it.each([
    ["no vectors", []],
    ["no numbers", [[]]],
    ["two dimensions", [[1, 2], [1]]],
    ["not a number", [[1, Number.NaN]]],
    ["infinite", [[1, Number.POSITIVE_INFINITY]]],
    ["no direction", [[0, 0]]],
  ])("refuse %s", (_, embeddings) => {
    expect(() => encodeVectors(embeddings)).toThrow(RangeError);
  });

  it("refuse damaged bytes", () => {
    const bytes = encodeVectors([[1, 2]]);
    expect(() => decodeVectors(bytes.slice(0, -1))).toThrow(RangeError);
    expect(() => decodeVectors(bytes.slice(0, 3))).toThrow(RangeError);
    bytes[0] = 9;
    expect(() => decodeVectors(bytes)).toThrow(RangeError);
  });
});

describe("VectorStore", () => {
  it("leaves out documents of another dimension, another model and damaged ones", () => {
    const store = new VectorStore();
    store.add(
      "right",
      "a",
      encodeVectors([
        [1, 0],
        [0, 1],
      ]),
    );
    store.add("wide", "a", encodeVectors([[1, 0, 0]]));
    store.add("other", "b", encodeVectors([[1, 0]]));
    store.add("damaged", "a", new Uint8Array(5));
    expect(store.models).toEqual(["a", "b"]);
    expect([...store.compare(new Map([["a", toUnitLength([1, 0])]])).keys()]).toEqual(["right"]);
  });
});
