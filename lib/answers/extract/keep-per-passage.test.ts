import { expect, it } from "vitest";
import { keepPerPassage, type PromptPassage } from "./keep-per-passage";

const passage = (key: string | undefined, text: string): PromptPassage => ({
  ...{ title: "退貨", headings: [], text, start: 0, end: text.length },
  ...(key !== undefined && { key }),
});

function counting() {
  const worked: string[] = [];
  const read = keepPerPassage(({ text }) => {
    worked.push(text.slice(0, 3));
    return text.slice(0, 3);
  });
  return { read, worked };
}

it("works once for a stored passage, anew for other words under its key, and always for one without a key", () => {
  const { read, worked } = counting();
  for (const text of ["七天內", "七天內", "十天內"]) expect(read(passage("v/0", text))).toBe(text);
  expect(worked).toEqual(["七天內", "十天內"]);
  for (const text of ["七天內", "七天內"]) read(passage(undefined, text));
  expect(worked).toHaveLength(4);
});

it("keeps a thousand at most, fewer of long documents, and the one it was asked for last", () => {
  const { read, worked } = counting();
  for (let at = 0; at < 1_001; at++) read(passage(`v/${at}`, "短"));
  read(passage("v/1000", "短"));
  expect(worked).toHaveLength(1_001);
  read(passage("v/0", "短"));
  expect(worked).toHaveLength(1_002);

  const long = "長".repeat(9 * 1024 * 1024);
  for (const key of ["a", "b", "b", "a"]) read(passage(key, long));
  expect(worked).toHaveLength(1_005);
});
