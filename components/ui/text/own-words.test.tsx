import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { OwnWords } from "./own-words";

it.each([
  ["Saved", "<span><span>Saved</span></span>"],
  [
    "Renamed to “霧腳，茶行 2”",
    '<span><span>Renamed to “</span><span lang="zh-Hant">霧腳，茶行</span><span> 2”</span></span>',
  ],
  ["「七天」", '<span><span lang="zh-Hant">「七天」</span></span>'],
  ["返品について", '<span><span lang="ja">返品について</span></span>'],
])("%s", (text, html) => {
  expect(renderToStaticMarkup(<OwnWords>{text}</OwnWords>)).toBe(html);
});
