import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import packages from "@/package.json";

const documents = globSync(["*.md", "docs/**/*.md"]);
const decisions = globSync("docs/decisions/[0-9]*.md").map((file) => path.basename(file));
const textOf = (file: string) => readFileSync(file, "utf8");

const rooms = "app|bench|components|docs|e2e|lib|prisma|public|scripts|server|site|test|types|widget";
const mentioned = new RegExp(
  `(?<![\\w/.@:$-])(?:${rooms})/(?:[\\w./{},*-]|\\[[\\w.-]+\\]|\\([\\w-]+\\)/)*[\\w}*]`,
  "g",
);
/** A path as documents shorten it: `knowledge/query/parse-query`, or from a folder further in, `query/parse-query`. */
const shortened = /(?<![\w/.@:$*-])([a-z][\w-]*)\/[\w./{},*-]*[\w}*]/g;
const library = readLibrary();

const sources = globSync([
  `{${rooms.replaceAll("|", ",")}}/**/*.{ts,tsx,mts,mjs,css,prisma}`,
  "*.{ts,mjs}",
]).filter((file) => !/^(?:lib\/db\/generated|prisma\/migrations|public)\//.test(file));

/** A file's name alone, as where its folder was named just before: `read-named.ts`. */
const alone = /(?<![\w/.@:$*…-])[\w-]+(?:\.[\w-]+)*\.(?:tsx?|mts|mjs|css|prisma)\b/g;
const fileNames = new Set(
  globSync([`{${rooms.replaceAll("|", ",")}}/**/*.*`, "*.*"]).map((file) => path.basename(file)),
);
/** Files that Next takes by their names and we don't have. */
const nextFiles = ["instrumentation.ts", "loading.tsx", "proxy.ts"];

/** What a build makes; a fresh clone has none of it. */
const made = /^(?:public\/(?:widget|site\.js)|lib\/db\/generated)/;

/** What a decision names because it is gone. */
const gone = ["lib/auth"];

/** Names of variables that belong to others: to PostgreSQL's and Node's own programs. */
const foreignVariables = ["NODE_EXTRA_CA_CERTS"];
const variables = readVariables();

describe.each(documents)("%s", (file) => {
  it("names only paths that exist", () => {
    const named = [...textOf(file).matchAll(mentioned)].map(([name]) => name);
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });

  it("names only paths below lib that exist", () => {
    expect(shortPathsOf(textOf(file)).filter((name) => !isInLibrary(name))).toEqual([]);
  });

  it("names only files that exist", () => {
    expect(namesIn(textOf(file)).filter((name) => !isFile(name))).toEqual([]);
  });

  it("links only to what exists", () => {
    const links = [...textOf(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)].map(
      ([, to = ""]) => to,
    );
    expect(links.filter((to) => !existsSync(path.join(path.dirname(file), to)))).toEqual([]);
  });

  it("names only scripts that package.json has", () => {
    const named = [...textOf(file).matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in packages.scripts))).toEqual([]);
  });

  it("names only environment variables that something reads", () => {
    const quoted = [...textOf(file).matchAll(/`[^`\n]*`|^ {4}.*$/gm)].map(([text]) => text).join("\n");
    const named = [...quoted.matchAll(/(?<![\w.-])([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b/g)].map(
      ([, name = ""]) => name,
    );
    expect(named.filter((name) => !variables.has(name))).toEqual([]);
  });
});

it("comments name only paths that exist", () => {
  const wrong = sources.flatMap((file) => {
    const text = commentsOf(textOf(file));
    const named = [...text.matchAll(mentioned)].map(([name]) => name).filter((name) => !isThere(name));
    const short = shortPathsOf(text).filter((name) => !isInLibrary(name));
    const files = namesIn(text).filter((name) => !isFile(name));
    return [...named, ...short, ...files].map((name) => `${file}: ${name}`);
  });
  expect(wrong).toEqual([]);
});

it("package.json has no dependency that the decisions don't name", () => {
  const named = decisions.map((file) => textOf(`docs/decisions/${file}`)).join("\n");
  const direct = Object.keys({ ...packages.dependencies, ...packages.devDependencies });
  const own = direct.filter((name) => !name.startsWith("@types/"));
  expect(own.filter((name) => !named.includes(`\`${name}\``))).toEqual([]);
});

describe("docs/decisions", () => {
  it.each(decisions)("%s has a title, a status and a date, and stands in the index with them", (file) => {
    const decision = /^# (\d{3}) (.+)\n\nStatus: (\w+) · (\d{4}-\d\d-\d\d)/.exec(
      textOf(`docs/decisions/${file}`),
    );
    const [, number, title, status, date] = decision ?? [];
    expect(file.slice(0, 3)).toBe(number);
    expect(textOf("docs/decisions/README.md")).toContain(
      `| [${number}](${file}) | ${title} | ${status} | ${date} |`,
    );
  });
});

/** A file, with or without its extension, a folder, or a pattern that finds something. */
function isThere(name: string): boolean {
  if (made.test(name) || gone.includes(name)) return true;
  if (["", ".ts", ".tsx", ".mjs"].some((extension) => existsSync(name + extension))) return true;
  return /[*{]/.test(name) && globSync(name).length > 0;
}

/** Those that begin with the name of a folder of lib, and of no top folder. */
function shortPathsOf(text: string): string[] {
  const isTop = new RegExp(`^(?:${rooms})/`);
  return [...text.matchAll(shortened)].flatMap(([name, first = ""]) =>
    library.folders.has(first) && !isTop.test(name) ? [name] : [],
  );
}

function namesIn(text: string): string[] {
  return [...text.matchAll(alone)].map(([name]) => name);
}

function isFile(name: string): boolean {
  return fileNames.has(name) || nextFiles.includes(name);
}

function isInLibrary(name: string): boolean {
  return library.paths.has(name) || (/[*{]/.test(name) && globSync(`lib/**/${name}`).length > 0);
}

/** The names of all folders below lib; what may follow one of them, with its extension and without. */
function readLibrary(): { folders: Set<string>; paths: Set<string> } {
  const folders = new Set<string>();
  const paths = new Set<string>();
  for (const file of globSync("lib/*/**").map((name) => name.split(path.sep))) {
    for (let from = 1; from < file.length - 1; from += 1) {
      folders.add(file[from] ?? "");
      const name = file.slice(from).join("/");
      paths.add(name).add(name.replace(/(?:\.d)?\.\w+$/, ""));
    }
  }
  return { folders, paths };
}

/** The comments of a source, as far as they begin a line or follow a blank. */
function commentsOf(text: string): string {
  return [...text.matchAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/{2,3} .*$/gm)].map(([comment]) => comment).join("\n");
}

/** Every variable that lib/env.ts knows or that a script, a test or a bench reads. */
function readVariables(): Set<string> {
  const sources = globSync(["{bench,e2e,scripts,server,test}/**/*.{ts,mjs}", "*.config.{ts,mjs}", ".ci/run"]);
  const read = sources.flatMap((file) => [
    ...textOf(file).matchAll(/(?:\benv(?:ironment)?\.|process\.env\.|\$\{?|export )([A-Z][A-Z0-9_]+)/g),
    ...textOf(file).matchAll(/^\s*(?:const )?\{? ?([A-Z][A-Z0-9_]+): \w/gm),
  ]);
  const known = textOf("lib/env.ts").matchAll(/^ {4}([A-Z][A-Z0-9_]+):/gm);
  return new Set([...foreignVariables, ...[...read, ...known].map(([, name = ""]) => name)]);
}
