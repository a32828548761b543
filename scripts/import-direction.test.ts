import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const refused: [file: string, imported: string][] = [
  ["components/chats/x.tsx", "@/app/page"],
  ["components/chats/x.tsx", "@/lib/db/client"],
  ["components/chats/x.tsx", "@/server/connections/listen"],
  ["components/chats/x.tsx", "../../app/page"],
  ["components/chats/x.tsx", "lucide-react"],
  ["app/(site)/x.tsx", "lucide-react"],
  ["app/(site)/x.tsx", "@/server/connections/listen"],
  ["app/(site)/x.tsx", "../../lib/bots/get-bot"],
  ["lib/http/x.ts", "@/app/page"],
  ["lib/http/x.ts", "@/components/ui/button/button"],
  ["lib/session/x.ts", "@/components/ui/button/button"],
  ["lib/i18n/x.ts", "@/lib/bots/get-bot"],
  ["lib/bots/x.ts", "next/headers"],
  ["lib/bots/x.ts", "next"],
  ["lib/accounts/x.ts", "next-auth/jwt"],
  ["lib/teams/x.ts", "react"],
  ["lib/knowledge/search/x.ts", "react-dom/server"],
  ["lib/answers/x.ts", "@/components/ui/button/button"],
  ["lib/conversations/x.ts", "@/app/page"],
  ["lib/conversations/x.ts", "@/lib/http/widget/widget-route"],
  ["lib/conversations/x.ts", "../bots/get-bot"],
  ["lib/conversations/x.ts", "@/test/test-db"],
  ["lib/knowledge/search/x.ts", "../../bots/get-bot"],
  ["lib/kv/x.ts", "@/lib/conversations/receive/receive-message"],
  ["lib/kv/embedded/x.ts", "../../db/client"],
  ["lib/db/x.ts", "@/lib/identity/actor"],
  ["lib/db/x.ts", "@/lib/context"],
  ["lib/language/x.ts", "react"],
  ["lib/env.ts", "@/lib/db/client"],
  ["lib/errors.ts", "./kv/client"],
  ["lib/log.ts", "next/headers"],
  ["widget/x.ts", "@/lib/language/clean-text"],
  ["widget/x.ts", "../lib/http/contract"],
  ["widget/talk/x.ts", "../../lib/http/contract"],
  ["widget/x.ts", "zod"],
  ["server/x.ts", "@/app/page"],
  ["server/x.ts", "@/app/api/chats/route"],
  ["server/x.ts", "../lib/db/client"],
];

const allowed: [file: string, imported: string][] = [
  ["app/(site)/x.tsx", "@/components/ui/button/button"],
  ["app/(site)/x.tsx", "@/lib/bots/get-bot"],
  ["components/chats/x.tsx", "@/lib/i18n/words"],
  ["components/chats/x.tsx", "@/app/actions/set-locale"],
  ["lib/http/x.ts", "next/headers"],
  ["lib/http/x.ts", "@/lib/conversations/receive/receive-message"],
  ["lib/conversations/x.ts", "@/lib/kv/keys"],
  ["lib/conversations/x.ts", "@/lib/answers/answer-question"],
  ["lib/kv/embedded/x.ts", "../reply"],
  ["lib/db/x.ts", "@/lib/env"],
  ["lib/log.ts", "@/lib/env"],
  ["lib/log.ts", "./env"],
  ["widget/x.ts", "./dom"],
  ["widget/talk/x.ts", "../dom"],
  ["widget/talk/x.ts", "../panel/frame"],
  ["widget/x.ts", "@/lib/http/contract"],
  ["widget/x.ts", "../public/widget"],
  ["server/x.ts", "@/lib/db/client"],
  ["server/x.ts", "@/app/api/widget/ping/route"],
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
  await cp("scripts/own-instanceof.grit", path.join(folder, "scripts/own-instanceof.grit"));
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
