import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readFault } from "./field-faults";
import { idInput, isId } from "./id-input";

const id = "0190a5b2-7c3d-7e4f-8a1b-2c3d4e5f6a7b";

it("takes a UUID in lower case", () => {
  expect(idInput.parse(id)).toBe(id);
  expect(isId(id)).toBe(true);
});

it.each([
  id.toUpperCase(),
  ` ${id}`,
  `${id}\n`,
  id.slice(1),
  id.replaceAll("-", ""),
  `{${id}}`,
  "",
  undefined,
  null,
  7,
])("takes no %j, and calls it invalid", (value) => {
  const { error } = idInput.safeParse(value);
  expect(error?.issues.map(({ message }) => readFault(message))).toEqual([{ fault: "invalid" }]);
});

it("is the one reader of ids", () => {
  const files = globSync("{app,components,lib,server}/**/*.{ts,tsx}").filter(
    (file) => !/\.test\.tsx?$/.test(file),
  );
  expect(files.length).toBeGreaterThan(500);
  expect(
    files.filter((file) => /\bz(?:\.string\(\))?\.(?:uuid|guid)/.test(readFileSync(file, "utf8"))),
  ).toEqual([]);
});
