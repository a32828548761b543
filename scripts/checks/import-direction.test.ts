import { spawn } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importRules } from "@/scripts/generate/generate-import-rules.mjs";
import { floors, outside, topRooms } from "@/scripts/rooms.mjs";

const refused: [file: string, imported: string][] = [
  // Upwards.
  ["components/chats/x.tsx", "@/app/page"],
  ["components/chats/x.tsx", "@/server/main"],
  ["lib/http/x.ts", "@/app/page"],
  ["lib/http/x.ts", "@/components/ui/button/button"],
  ["lib/session/x.ts", "@/lib/http/define-action"],
  ["lib/upkeep/x.ts", "@/lib/session/current-actor"],
  ["lib/conversations/x.ts", "@/lib/http/widget/widget-route"],
  ["lib/conversations/x.ts", "@/app/page"],
  ["lib/answers/x.ts", "@/lib/conversations/receive/receive-message"],
  ["lib/answers/x.ts", "@/components/ui/button/button"],
  ["lib/knowledge/search/x.ts", "@/lib/answers/answer-question"],
  ["lib/bots/x.ts", "@/lib/conversations/receive/receive-message"],
  ["lib/bots/x.ts", "@/lib/knowledge/documents/create-document"],
  ["lib/teams/x.ts", "@/lib/session/current-actor"],
  ["lib/teams/x.ts", "@/lib/bots/get-bot"],
  ["lib/accounts/x.ts", "@/lib/teams/list-members"],
  ["lib/guard/x.ts", "@/lib/accounts/sessions/find-member"],
  ["lib/identity/x.ts", "@/lib/accounts/sessions/find-member"],
  ["lib/identity/x.ts", "@/lib/http/client-ip"],
  ["lib/kv/x.ts", "@/lib/conversations/receive/receive-message"],
  ["lib/db/x.ts", "@/lib/identity/actor"],
  ["lib/db/x.ts", "@/lib/context"],
  ["lib/context.ts", "@/lib/identity/actor"],
  ["lib/i18n/x.ts", "@/lib/bots/get-bot"],
  ["lib/language/x.ts", "@/lib/db/client"],
  ["lib/env.ts", "@/lib/db/client"],
  ["lib/env.ts", "@/lib/context"],
  ["lib/errors.ts", "./kv/client"],
  // Sideways.
  ["app/(site)/x.tsx", "@/server/connections/listen"],
  ["lib/kv/x.ts", "@/lib/db/client"],
  ["lib/jobs/x.ts", "@/lib/mail/mailer"],
  ["lib/language/x.ts", "@/lib/i18n/get-catalog"],
  // By a way around.
  ["components/chats/x.tsx", "../../app/page"],
  ["app/(site)/x.tsx", "../../lib/bots/get-bot"],
  ["lib/conversations/x.ts", "../bots/get-bot"],
  ["lib/knowledge/search/x.ts", "../../bots/get-bot"],
  ["lib/kv/embedded/x.ts", "../../db/client"],
  ["lib/kv/embedded/x.ts", "../../context"],
  ["server/x.ts", "../lib/db/client"],
  ["lib/bots/x.ts", "@/test/fixtures/test-db"],
  ["lib/bots/x.ts", "@/e2e/support/team"],
  ["lib/bots/x.ts", "@/prisma/seed"],
  // Next and React, where nobody knows them.
  ["lib/bots/x.ts", "next/headers"],
  ["lib/bots/x.ts", "next"],
  ["lib/accounts/x.ts", "next-auth/jwt"],
  ["lib/identity/x.ts", "next/headers"],
  ["lib/teams/x.ts", "react"],
  ["lib/knowledge/search/x.ts", "react-dom/server"],
  ["lib/language/x.ts", "react"],
  ["lib/log.ts", "next/headers"],
  ["lib/upkeep/x.ts", "next/cache"],
  // Others' rules.
  ["components/chats/x.tsx", "lucide-react"],
  ["app/(site)/x.tsx", "lucide-react"],
  ["widget/x.ts", "@/lib/language/clean-text"],
  ["widget/x.ts", "../lib/contract/message"],
  ["widget/talk/x.ts", "../../lib/contract/message"],
  ["widget/x.ts", "zod"],
  ["server/x.ts", "@/app/page"],
  ["server/x.ts", "@/app/api/chats/route"],
  ["server/x.ts", "@/app/api/widget/ping/route"],
];

const allowed: [file: string, imported: string][] = [
  ["app/(site)/x.tsx", "@/components/ui/button/button"],
  ["app/(site)/x.tsx", "@/lib/bots/get-bot"],
  ["components/chats/x.tsx", "@/lib/i18n/words"],
  ["lib/http/x.ts", "next/headers"],
  ["lib/http/x.ts", "@/lib/session/current-actor"],
  ["lib/http/x.ts", "@/lib/conversations/receive/receive-message"],
  ["lib/session/x.ts", "next-auth"],
  ["lib/session/x.ts", "@/lib/teams/joining/sign-in"],
  ["lib/conversations/x.ts", "@/lib/kv/keys"],
  ["lib/conversations/x.ts", "@/lib/conversations/turns/turn"],
  ["lib/conversations/x.ts", "@/lib/answers/answer-question"],
  ["lib/teams/x.ts", "@/lib/accounts/account-fields"],
  ["lib/identity/x.ts", "@/lib/context"],
  ["lib/context.ts", "@/lib/kv/client"],
  ["lib/kv/embedded/x.ts", "../reply"],
  ["lib/db/x.ts", "@/lib/env"],
  ["lib/log.ts", "@/lib/env"],
  ["lib/log.ts", "./env"],
  ["widget/x.ts", "./dom"],
  ["widget/talk/x.ts", "../dom"],
  ["widget/talk/x.ts", "../panel/frame"],
  ["widget/x.ts", "@/lib/contract/message"],
  ["widget/x.ts", "../public/widget"],
  ["server/x.ts", "@/lib/db/client"],
  ["server/x.ts", "@/prisma/seed"],
];

/** Files that import each other, in a ring; the second ring by types alone. */
const circles = [
  ["lib/teams/ring-a.ts", "lib/teams/inner/ring-b.ts", "lib/teams/ring-c.ts"],
  ["components/ui/ring-a.tsx", "components/ui/ring-b.tsx"],
];

const reading = "export const home = process.env.HOME;";
const envReaders = ["lib/env.ts", "server/env-reader.ts"];
const envStrangers = [
  "app/x.ts",
  "components/x.tsx",
  "lib/bots/x.ts",
  "lib/bots/x.test.ts",
  "lib/log.ts",
  "widget/x.ts",
];

const telling = (condition: string) => `export const is = (error) => ${condition};`;
/** Of a class that both bundles have a copy of. */
const byClass: [file: string, condition: string][] = [
  ["lib/bots/told.ts", "error instanceof AppError"],
  ["components/told.tsx", "!(error instanceof ModelError)"],
  ["app/told.tsx", "error instanceof errors.AppError && error.status"],
  ["server/told.ts", "error instanceof StartError"],
  ["scripts/told.mjs", "error instanceof SetupError"],
  ["lib/kv/told.test.ts", "[1].some(() => error instanceof ReplyError)"],
];
const byName: [file: string, condition: string][] = [
  ["lib/bots/told-well.ts", "isAppError(error)"],
  ["lib/kv/told-well.ts", "error instanceof Error && error instanceof errors.UpstashError"],
  ["components/told-well.tsx", "error instanceof HTMLInputElement || error instanceof TypeError"],
];

let folder = "";
let faults = new Set<string>();

// One tree with this project's rules holds every case, one line each, and is linted once.
beforeAll(async () => {
  folder = await mkdtemp(path.join(await realpath(tmpdir()), "dawen-lint-"));
  const config = JSON.parse(await readFile("biome.json", "utf8"));
  await writeFile(path.join(folder, "biome.json"), JSON.stringify({ ...config, vcs: { enabled: false } }));
  for (const file of ["biome.rooms.json", "scripts/own-instanceof.grit", "tsconfig.json", "package.json"])
    await cp(file, path.join(folder, file));
  for (const [file, lines] of sources()) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await writeFile(path.join(folder, file), `${lines.join("\n")}\n`);
  }
  faults = await lint();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("import direction", () => {
  it.each(refused)("%s may not import %s", (file, imported) => {
    expect(faults).toContain(`noRestrictedImports ${place(file, importing(imported))}`);
  });

  it.each(allowed)("%s may import %s", (file, imported) => {
    expect(faults).not.toContain(`noRestrictedImports ${place(file, importing(imported))}`);
  });
});

describe("circles", () => {
  it.each(circles.flat())("%s may not be in one", (file) => {
    expect([...faults].filter((fault) => fault.startsWith(`noImportCycles ${file}:`))).toHaveLength(1);
  });
});

describe("the table of rooms", () => {
  it("names every folder and every room of lib/", () => {
    const inRooms = globSync("lib/*/**/*.{ts,tsx}").map((file) => file.split(path.sep)[1]);
    const known = new Set<string | undefined>(floors.flat());
    expect([...new Set(inRooms)].filter((room) => !known.has(room))).toEqual([]);
  });

  it("names no room without a folder", () => {
    const topFolders = new Set<string>([...topRooms, ...outside]);
    const folderOf = (room: string) => (topFolders.has(room) ? room : `lib/${room}`);
    const rooms = [...floors.flat(), ...outside].filter((room) => room !== "base" && room !== "context");
    expect(rooms.filter((room) => globSync(`${folderOf(room)}/**/*.{ts,tsx,mjs}`).length === 0)).toEqual([]);
  });

  it("is what biome.rooms.json is made of: after a change, npm run rooms", async () => {
    const { overrides } = JSON.parse(await readFile("biome.rooms.json", "utf8"));
    expect(overrides).toEqual(importRules());
  });
});

/** The stores and what asks them. */
const stores =
  /^(?:lib\/(?:db\/(?!generated\/enums)|kv\/|session\/|jobs\/|mail\/|outbox\/|storage\/|guard\/|model\/(?!model-error)|context)|node:)/;

describe("components", () => {
  const files = globSync("components/**/*.{ts,tsx}").filter((file) => !/\.test\.tsx?$/.test(file));
  const own = files.filter((file) => !isServerAction(file));

  it("take types and pure functions of lib/: none reaches a store", () => {
    expect(own.length).toBeGreaterThan(100);
    expect(own.flatMap((file) => findWay(file, stores) ?? [])).toEqual([]);
  });

  it("would be told the way to a store", () => {
    expect(findWay("server/main.ts", stores)?.at(-1)).toMatch(stores);
    expect(findWay("lib/bots/list-bots.ts", /^lib\/db\/client/)).toBe(null);
  });
});

describe("process.env", () => {
  it.each(envStrangers)("may not be read in %s", (file) => {
    expect(faults).toContain(`noProcessEnv ${place(file, reading)}`);
  });

  it.each(envReaders)("may be read in %s", (file) => {
    expect(faults).not.toContain(`noProcessEnv ${place(file, reading)}`);
  });
});

describe("our own classes", () => {
  it.each(byClass)("may not be told by instanceof, as %s would by %s", (file, condition) => {
    expect(faults).toContain(`plugin ${place(file, telling(condition))}`);
  });

  it.each(byName)("%s may ask %s", (file, condition) => {
    expect(faults).not.toContain(`plugin ${place(file, telling(condition))}`);
  });
});

/** Each file's lines: its cases in the order of the tables above. */
function sources(): Map<string, string[]> {
  const files = new Map<string, string[]>();
  const add = (file: string, line: string) => files.set(file, [...(files.get(file) ?? []), line]);
  for (const [file, imported] of [...refused, ...allowed]) add(file, importing(imported));
  for (const [file, condition] of [...byClass, ...byName]) add(file, telling(condition));
  for (const ring of circles)
    for (const [index, file] of ring.entries()) {
      const next = ring[(index + 1) % ring.length]?.replace(/\.tsx?$/, "");
      const isTypes = file.startsWith("components/");
      add(file, `import ${isTypes ? "type " : ""}{ b } from "@/${next}";`);
      add(file, isTypes ? "export type a = b;" : "export const a = () => b;");
    }
  for (const file of [...envReaders, ...envStrangers]) add(file, reading);
  return files;
}

function importing(module: string): string {
  return `export * from "${module}";`;
}

function place(file: string, line: string): string {
  const index = sources().get(file)?.indexOf(line) ?? -1;
  if (index === -1) throw new Error(`${file} has no line ${line}`);
  return `${file}:${index + 1}`;
}

/**
 * The chain of modules by which a file's values come to what the pattern names; null when none does. Types don't count.
 */
function findWay(file: string, pattern: RegExp, seen = new Set<string>()): string[] | null {
  seen.add(file);
  for (const imported of valuesOf(file)) {
    if (imported === "lib/db/generated/enums.ts") continue;
    if (pattern.test(imported)) return [file, imported];
    // A page gets no more of a server action than its address.
    if (seen.has(imported) || !existsSync(imported) || isServerAction(imported)) continue;
    const way = findWay(imported, pattern, seen);
    if (way) return [file, ...way];
  }
  return null;
}

function isServerAction(file: string): boolean {
  return readFileSync(file, "utf8").startsWith('"use server";');
}

/** What a file imports besides types: paths of our own files, names of packages. */
function valuesOf(file: string): string[] {
  const statements = readFileSync(file, "utf8").matchAll(
    /^(?:import|export)\s+(type\s)?([^"';]*?)(?:\sfrom\s)?["']([^"']+)["'];/gm,
  );
  return [...statements].flatMap(([, type, names = "", name = ""]) => {
    const listed = /^\{([^}]*)\}$/.exec(names.trim())?.[1]?.split(",") ?? [];
    const isTypes = type || (listed.length > 0 && listed.every((one) => /^\s*(?:type\s|$)/.test(one)));
    if (isTypes) return [];
    const target = name.startsWith("@/")
      ? name.slice(2)
      : name.startsWith(".")
        ? path.join(path.dirname(file), name)
        : null;
    if (target === null) return [name];
    return [`${target}.ts`, `${target}.tsx`].find((candidate) => existsSync(candidate)) ?? [];
  });
}

/** `rule file:line` of every fault. */
async function lint(): Promise<Set<string>> {
  const child = spawn(
    process.execPath,
    [
      path.resolve("node_modules/@biomejs/biome/bin/biome"),
      "lint",
      "--reporter=github",
      "--max-diagnostics=none",
      ".",
    ],
    { cwd: folder, stdio: ["ignore", "pipe", "ignore"] },
  );
  const report = await text(child.stdout);
  const found = report.matchAll(/title=(?:lint\/\w+\/)?(\w+),file=([^,]+),line=(\d+)/g);
  return new Set(
    [...found].map(([, rule, file, line]) => `${rule} ${path.relative(folder, file ?? "")}:${line}`),
  );
}
