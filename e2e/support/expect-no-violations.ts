import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const script = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type Asked = {
  /** A selector of the part that is looked at; the whole document without it. */
  within?: string;
  /** The rules that are asked, instead of all that concern people. */
  rules?: readonly string[];
  /** The rules that are left out. */
  without?: readonly string[];
};

/**
 * Fails when axe finds anything in the page as it stands, or looked at nothing. `state` says in the failure what was
 * shown.
 */
export async function expectNoViolations(
  page: Page,
  state: string,
  { within, rules, without = [] }: Asked = {},
) {
  // Evaluated and not added as a script: a page's policy may let none in.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await readFile(script, "utf8"));
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
  const options = {
    runOnly,
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    resultTypes: ["violations"],
  };
  const { violations, passes, incomplete } = await page.evaluate<AxeResults, [string | undefined, object]>(
    ([part, asked]) => Reflect.get(window, "axe").run(part ?? document, asked),
    [within, options],
  );
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(" ")}\n  ${failureSummary}`),
  );
  expect(found, `${state}: ${found.join("\n")}`).toEqual([]);
  // Colours over a dialog's shade are left undecided: those count as looked at.
  expect(passes.length + incomplete.length, `${state}: axe looked at something`).toBeGreaterThan(0);
}
