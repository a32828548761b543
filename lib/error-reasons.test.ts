import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { errorReasons } from "./error-reasons";

const sources = globSync("{app,components,lib,server}/**/*.{ts,tsx}")
  .filter((file) => !/\.test\.tsx?$|\/generated\/|lib\/error-reasons\.ts$|lib\/i18n\//.test(file))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

it.each(Object.keys(errorReasons))(
  "%s is given by somebody: words that nobody hears are not kept",
  (reason) => {
    expect(sources.includes(`"${reason}"`)).toBe(true);
  },
);
