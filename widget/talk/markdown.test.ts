import { expect, test } from "vitest";
import { type Made, markdownCases } from "../../test/markdown-cases";
import { type Create, renderMarkdown } from "./markdown";

/** Strings beside each other are one text on a page. */
const create: Create<Made> = (tag, attributes = {}, ...children) => {
  const made: Made = [tag, attributes];
  for (const child of children) {
    const last = made[made.length - 1];
    if (typeof child === "string" && made.length > 2 && typeof last === "string")
      made[made.length - 1] = last + child;
    else made.push(child);
  }
  return made;
};

test.each(markdownCases)("%j", (source, made) => {
  expect(renderMarkdown(source, create)).toEqual(made);
});

test.each([
  "[](",
  "<a",
  "*a ",
  "**a",
  "_",
  "`",
  "|",
  "|a",
  "- ",
  "  - a\n",
  "[a](http://",
  "https://",
  "\\",
  "> ",
])("is not kept busy by %j", (unit) => {
  expect(renderMarkdown(unit.repeat(5_000), create).length).toBeGreaterThan(-1);
});
