import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** Columns; the formatter breaks code sooner, but leaves comments as they are. */
const mostColumns = 120;

/**
 * What others wrote, what a build makes, which another test may be doing just now, and migrations, which may not change
 * once they ran somewhere.
 */
const notOurs = [
  ...["lib/db/generated/", "prisma/migrations/", "test/installations/"],
  ...["public/widget.js", "public/widget/", "public/site.js"],
];

const files = globSync([
  "*.{ts,mjs}",
  "{app,bench,components,e2e,lib,prisma,public,scripts,server,site,test,types,widget}/**/*.{ts,tsx,mts,mjs,js,css,prisma}",
])
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => !notOurs.some((folder) => file.startsWith(folder)));

describe("comments", () => {
  it("end at 120 columns", () => {
    expect(files.flatMap(wideIn)).toEqual([]);
  });

  it("are found by how their lines begin", () => {
    const end = "x".repeat(mostColumns);
    expect(
      [`// ${end}`, `  /** ${end} */`, ` * ${end}`, `/// ${end}`, `{/* ${end} */}`].filter(isWide),
    ).toHaveLength(5);
    expect([`const url = "https://${end}";`, "// short", `  ${end}`].filter(isWide)).toEqual([]);
  });
});

function wideIn(file: string): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, at) => (isWide(line) ? [`${file}:${at + 1}`] : []));
}

/** A comment's line, or one that a comment follows. */
function isWide(line: string): boolean {
  return (
    line.length > mostColumns && (/^\s*(?:\{?\/\*|\/\/|\*(?:\s|$))/.test(line) || /;\s\/\/\s/.test(line))
  );
}
