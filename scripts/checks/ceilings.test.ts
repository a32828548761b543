import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { limitPolicies, openCeilings } from "@/lib/kv/limits/limit-policies";

it("every limit and ceiling stands in the decision that says what people see at it", () => {
  const table = readFileSync("docs/decisions/043-ceilings.md", "utf8");
  const named = new Set(
    [...table.matchAll(/^\|(.*)$/gm)].flatMap(([row]) => row.match(/(?<=`)\w+(?=`)/g) ?? []),
  );
  const rules = [...Object.keys(limitPolicies), ...Object.keys(openCeilings)];
  expect(rules.filter((rule) => !named.has(rule))).toEqual([]);
});
