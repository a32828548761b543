import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { zhTW } from "./catalog/zh-TW";

const sources = globSync("{app,components,lib,server,prisma}/**/*.{ts,tsx}").filter(
  (file) => !/\.test\.tsx?$|[\\/]catalog[\\/]/.test(file),
);

it("every word of the catalogs is said somewhere", () => {
  const used = new Set(sources.flatMap((file) => [...usedPaths(readFileSync(file, "utf8"))]));
  const isUsed = (key: string) =>
    [...used].some((path) => `${path}.`.startsWith(`${key}.`) || key.startsWith(`${path}.`));
  expect(leaves(zhTW).filter((key) => !isUsed(key))).toEqual([]);
});

it("follows a catalog through destructuring, names of its parts and whole parts that are handed on", () => {
  const found = usedPaths(`
    const { bots, team: group } = getCatalog(await getRequestLocale());
    const words = bots.list;
    const { title } = useCatalog().account.profile;
    use(words.empty, group.roles[role], title);
    draw({ picture: getCatalog(locale).site.picture });
  `);
  expect([...found].sort()).toEqual([
    "account.profile.title",
    "bots.list.empty",
    "site.picture",
    "team.roles",
  ]);
});

const catalog = String.raw`(?:\bcatalog\b|use(?:Dashboard|Bot)?Catalog\(\)|getCatalog\((?:[^()]|\([^()]*\))*\))`;
const rest = String.raw`(?<rest>(?:\??\.\w+)*)`;

/**
 * What a source says of the catalogs: the paths of words, and of parts that it hands on or looks up by a variable. It
 * reads `const NAME = CATALOG.part;` and `const { part, part: NAME } = CATALOG;`, as all of our sources write it.
 */
function usedPaths(source: string): Set<string> {
  // A name may stand for several parts in a file, one in each of its functions.
  const names = new Map<string, string[]>();
  const name = (alias: string, path: string) => names.set(alias, [...(names.get(alias) ?? []), path]);
  const pathsOf = (groups: Record<string, string | undefined> = {}) =>
    (groups.name ? (names.get(groups.name) ?? []) : [""]).map((path) =>
      [path, ...(groups.rest ?? "").split(/\??\./)].filter(Boolean).join("."),
    );
  const anyName = () => [...names.keys()].join("|") || "(?!)";

  let remaining = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  for (let before = -1; before !== names.size; ) {
    before = names.size;
    const given = `= (?:${catalog}|(?<name>${anyName()}))${rest};`;
    remaining = remaining.replace(new RegExp(String.raw`const \{([^}]*)\} ${given}`, "g"), (...match) => {
      for (const part of String(match[1]).split(",")) {
        const [key = "", alias = key] = part.split(":").map((word) => word.trim());
        for (const path of key ? pathsOf(match.at(-1)) : []) name(alias, path ? `${path}.${key}` : key);
      }
      return "";
    });
    remaining = remaining.replace(new RegExp(String.raw`const (\w+) ${given}`, "g"), (...match) => {
      for (const path of pathsOf(match.at(-1))) name(String(match[1]), path);
      return "";
    });
  }
  const said = new RegExp(String.raw`(?<![.\w])(?:${catalog}|(?<name>${anyName()})\b(?!\??:|=))${rest}`, "g");
  const paths = [...remaining.matchAll(said)].flatMap(({ groups }) => pathsOf(groups));
  // A section alone, such as `bots`, is the name of much else.
  return new Set(paths.filter((path) => path.includes(".")));
}

function leaves(node: unknown, path = ""): string[] {
  if (typeof node !== "object" || node === null || Array.isArray(node)) return [path];
  return Object.entries(node).flatMap(([key, child]) => leaves(child, path ? `${path}.${key}` : key));
}
