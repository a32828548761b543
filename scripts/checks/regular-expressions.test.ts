import { globSync, readFileSync } from "node:fs";
import { analyse } from "scslre";
import { parseSync } from "vite";
import { beforeAll, expect, it, vi } from "vitest";

/**
 * Expressions that could take the square of a text's length and are right all the same: file, expression and reason.
 * Try another form first: `(?<!x)x+$` begins at a run's first character only.
 */
const exceptions: readonly { file: string; begins: string; reason: string }[] = [
  {
    file: "lib/kv/embedded/match-glob.ts",
    begins: String.raw`\\(.)|\[(\^?)`,
    reason: "reads the patterns of our own SCAN",
  },
  {
    file: "lib/answers/model/read-reply.ts",
    begins: String.raw`[^\S\n]*[[【]\s*`,
    reason: "reads a sentence and a citation, 1,100 characters at most",
  },
  {
    file: "widget/talk/markdown.ts",
    begins: String.raw`\\([!-/:-@[-`,
    reason:
      "each start ends at the next mark of its kind: any later run of stars closes one, so one at most runs on",
  },
  {
    file: "lib/language/addresses/find-addresses.ts",
    begins: String.raw`(\.[\x21-\x7e]+)`,
    reason: "reads one run without blanks, 2,048 characters at most",
  },
];

type Found = { file: string; source: string; flags: string };

let found: Found[];
beforeAll(async () => {
  found = [...literals(), ...(await constructed())];
});

const isExcepted = ({ file, source }: Found) =>
  exceptions.some((excepted) => excepted.file === file && source.startsWith(excepted.begins));

it("has no expression whose time grows with the square of a text", () => {
  expect(found.length).toBeGreaterThan(150);
  const slow = found.filter(
    (expression) => !isExcepted(expression) && analyse(expression).reports.length > 0,
  );
  expect(slow.map(({ file, source }) => `${file} ${source}`)).toEqual([]);
});

it("excepts nothing that is gone", () => {
  const sources = found.filter(isExcepted);
  const isGone = ({ file, begins }: (typeof exceptions)[number]) =>
    !sources.some((expression) => expression.file === file && expression.source.startsWith(begins));
  expect(exceptions.filter(isGone)).toEqual([]);
});

it("knows the square, the cube and what is linear", () => {
  const isSlow = ({ source, flags }: RegExp) => analyse({ source, flags }).reports.length > 0;
  expect([/[ \t]+$/gm, /^(#{1,6})\s+(.*?)\s*#*\s*$/u, /Q\s*(?:\d)?\s*:/].map(isSlow)).toEqual([
    true,
    true,
    true,
  ]);
  expect([/(?<![ \t])[ \t]+$/gm, /^\s+/, /Q\s*(?:\d\s*)?:/].map(isSlow)).toEqual([false, false, false]);
});

/** The literals of what runs on the server, in the dashboard and in the widget. */
function literals(): Found[] {
  return globSync("{app,components,lib,server,widget}/**/*.{ts,tsx}")
    .filter((file) => !/\.(?:test|d)\.tsx?$|\/generated\//.test(file))
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
