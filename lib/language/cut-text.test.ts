import { expect, it } from "vitest";
import { cutText } from "./cut-text";
import { trimCharacters } from "./trim-characters";

it("cuts between code points", () => {
  expect(cutText("退貨", 3)).toBe("退貨");
  expect(cutText("a𠮷b👍c", 3)).toBe("a𠮷b");
  expect(cutText("👍👍", 1)).toBe("👍");
  expect(cutText("\ud83d\ud83dab", 2)).toBe("\ud83d\ud83d");
  expect(cutText("ab", 0)).toBe("");
});

it("trims other characters than blanks", () => {
  expect(trimCharacters("**a*b**", { start: "*", end: "*" })).toBe("a*b");
  expect(trimCharacters("///", { start: "/", end: "/" })).toBe("");
  expect(trimCharacters("/a/", { end: "/" })).toBe("/a");
});
