import { describe, expect, it } from "vitest";
import { googleFile, toAddress, toPageAddress } from "./page-address";
import { matchesPath } from "./path-pattern";

describe("an address", () => {
  it.each([
    [" shop.example/faq#top ", "https://shop.example/faq"],
    ["http://shop.example", "http://shop.example/"],
    ["茶行.台灣/常見問題", "https://xn--cl1a37h.xn--kpry57d/%E5%B8%B8%E8%A6%8B%E5%95%8F%E9%A1%8C"],
  ])("%s is taken", (typed, address) => expect(toAddress(typed)).toBe(address));

  it.each([
    "",
    "茶",
    "localhost",
    "ftp://shop.example/",
    "https://me:secret@shop.example/",
    "javascript:alert(1)",
  ])("%s is none", (typed) => expect(toAddress(typed)).toBeNull());
});

const id = "1AbC_d-efghijklmnopqrstuvwxyz0123456789";

it.each([
  [`/document/d/${id}/edit?usp=sharing`, `/document/d/${id}/export?format=docx`],
  [`/spreadsheets/d/${id}/edit#gid=0`, `/spreadsheets/d/${id}/export?format=xlsx`],
  [`/spreadsheets/d/e/2PACX-1vQ/pubhtml`, `/spreadsheets/d/e/2PACX-1vQ/pub?output=xlsx`],
  [`/presentation/d/${id}/edit`, `/presentation/d/${id}/export/pptx`],
  [`/document/d/e/2PACX-1vQ/pub`, null],
  ["/forms/d/e/x/viewform", null],
])("Google's %s comes as %s", (path, file) =>
  expect(googleFile(`https://docs.google.com${path}`)).toBe(file && `https://docs.google.com${file}`),
);

it.each([
  ["/a#b", "https://shop.example/a"],
  ["b?utm_source=mail&id=1&fbclid=x", "https://shop.example/b?id=1"],
  ["/2026/11/11/11", "https://shop.example/2026/11/11/11"],
  ["/pic.JPG", null],
  ["mailto:a@shop.example", null],
  ["/a/b/a/b/a/b", null],
  [`/${"x".repeat(600)}`, null],
])("the link %s is the page %s", (link, address) =>
  expect(toPageAddress(link, "https://shop.example/")).toBe(address),
);

it.each([
  ["/faq", "/faq/a?b", true],
  ["/faq$", "/faq/a", false],
  ["/*.pdf$", "/a/b.pdf", true],
  ["/*.pdf$", "/a/b.pdf?x", false],
  ["*/print*", "/a/print/1", true],
  ["/a*b*c", "/a-c-b", false],
])("the pattern %s and the path %s match: %s", (pattern, path, does) =>
  expect(matchesPath(pattern, path)).toBe(does),
);
