import { globSync, readFileSync } from "node:fs";
import { analyse } from "scslre";
import { parseSync } from "vite";
import { expect, it, vi } from "vitest";

/**
 * Expressions that could take the square of a text's length and are right all the same: file, expression and reason.
 * Try another form first: `(?<!x)x+$` begins at a run's first character only.
 */
const exceptions: readonly { file: string; source: string; reason: string }[] = [
  {
    file: "lib/kv/embedded/match-glob.ts",
    source: String.raw`\\(.)|\[(\^?)((?:\\.|[^\]])*)\]|([*?])|([^\\])|\\$`,
    reason: "reads the patterns of our own SCAN",
  },
];

type Found = { file: string; source: string; flags: string };

it("has no expression whose time grows with the square of a text", async () => {
  const found = [...literals(), ...(await constructed())];
  expect(found.length).toBeGreaterThan(150);
  const isExcepted = ({ file, source }: Found) =>
    exceptions.some((excepted) => excepted.file === file && excepted.source === source);
  const slow = found.filter(
    (expression) => analyse(expression).reports.length > 0 && !isExcepted(expression),
  );
  expect(slow.map(({ file, source }) => `${file} ${source}`)).toEqual([]);
});

it("excepts nothing that is gone", () => {
  const sources = new Set(literals().map(({ file, source }) => `${file} ${source}`));
  expect(exceptions.filter(({ file, source }) => !sources.has(`${file} ${source}`))).toEqual([]);
});

/** The literals of what runs on the server, in the dashboard and in the widget. */
function literals(): Found[] {
  return globSync("{app,components,lib,server,widget}/**/*.{ts,tsx}")
    .filter((file) => !/\.(?:test|d)\.tsx?$|\/generated\/|\/test-[^/]*$/.test(file))
    .flatMap((file) =>
      literalsIn(parseSync(file, readFileSync(file, "utf8")).program).map((literal) => ({
        file,
        ...literal,
      })),
    );
}

function literalsIn(node: unknown): { source: string; flags: string }[] {
  if (Array.isArray(node)) return node.flatMap(literalsIn);
  if (typeof node !== "object" || node === null) return [];
  if ("regex" in node) {
    const { regex } = node;
    if (typeof regex === "object" && regex !== null && "pattern" in regex && "flags" in regex)
      return [{ source: String(regex.pattern), flags: String(regex.flags) }];
  }
  return Object.values(node).flatMap(literalsIn);
}

/** What the modules that read text build with `new RegExp` while they are loaded. */
async function constructed(): Promise<Found[]> {
  const found: Found[] = [];
  const ofOurs = /\/((?:lib|server|widget)\/[^?:)]*\.tsx?)/;
  vi.stubGlobal(
    "RegExp",
    new Proxy(RegExp, {
      construct(target, [pattern, flags]) {
        const expression = new target(pattern, flags);
        const [, , caller = ""] = (new Error().stack ?? "").split("\n");
        const file = caller.includes("node_modules") ? undefined : ofOurs.exec(caller)?.[1];
        if (file) found.push({ file, source: expression.source, flags: expression.flags });
        return expression;
      },
    }),
  );
  await import("@/bench/hostile/all-cases");
  vi.unstubAllGlobals();
  expect(found.length).toBeGreaterThan(8);
  return found;
}
