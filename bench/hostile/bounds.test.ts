import { expect, it } from "vitest";
import { createReplyReader } from "@/lib/answers/model/read-reply";
import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { longest, longestSentence } from "./given/longest";
import { hostileStrings } from "./given/strings";

/** UTF-16 units: many times what a passage or a sentence may have. */
const length = 30_000;

it.each(hostileStrings)("cuts $name to passages and sentences as long as those measured", ({ make }) => {
  const text = make(length);
  const passages = splitPassages(text).map(({ start, end }) => end - start);
  expect(Math.max(0, ...passages)).toBeLessThanOrEqual(longest.passage);
  const questions = splitPassages(text).flatMap((passage) => passage.questions ?? []);
  expect(Math.max(0, ...questions.map(({ start, end }) => end - start))).toBeLessThanOrEqual(longest.passage);
  const reader = createReplyReader();
  const sentences = [...reader.push(text), ...reader.end()].map((sentence) => sentence.text.length);
  expect(Math.max(0, ...sentences)).toBeLessThanOrEqual(longestSentence);
});
