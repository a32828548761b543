import { expect, test } from "vitest";
import { type Made, markdownCases } from "@/test/markdown-cases";
import { parseMarkup } from "./parse-markup";
import { renderMarkup } from "./render-markup";

test.each(markdownCases)("makes what the widget makes of %j", (source, made) => {
  const elements = renderMarkup<Made>(parseMarkup(source, "shown"), (tag, attributes, children) => [
    tag,
    attributes,
    ...children,
  ]);
  expect(elements).toEqual(made);
});
