import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { afterEach, beforeEach, expect, inject, it, vi } from "vitest";
import { createTestDb, writeTestDataDir } from "@/test/fixtures/test-db";

let folder = "";
let program = "";
let databaseUrl: string | undefined;
let drop = async () => {};
let children: ChildProcess[];

beforeEach(async () => {
  children = [];
  folder = await mkdtemp(path.join(tmpdir(), "dawen-jobs-"));
  const bundles = path.join("node_modules", ".cache", "dawen");
  await mkdir(bundles, { recursive: true });
  program = path.join(bundles, `work-ten-${process.pid}.mjs`);
  await build({
    entryPoints: ["test/work-ten.ts"],
    outfile: program,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    tsconfig: "tsconfig.json",
  });
  if (inject("databaseUrl")) {
    const { queue, close } = await createTestDb();
    databaseUrl = "databaseUrl" in queue ? queue.databaseUrl : undefined;
    drop = close;
  } else await writeTestDataDir(path.join(folder, "db"));
});
afterEach(async () => {
  for (const child of children) await kill(child);
  await drop();
  await Promise.all([rm(folder, { recursive: true, force: true }), rm(program, { force: true })]);
});

/** A process that runs the jobs, with the lines it printed so far. */
function start(mode: "begin" | "go-on"): { child: ChildProcess; lines: string[] } {
  const args = [program, mode, folder, ...(databaseUrl ? [databaseUrl] : [])];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  return { child, lines };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

it("ten jobs all end though the process is killed in the third", async () => {
  const first = start("begin");
  await vi.waitFor(() => expect(first.lines).toContain("begin 3"), { timeout: 60_000 });
  await kill(first.child);
  const ended = first.lines.slice(0, -1).map((line) => Number(line.replace("begin ", "")));

  const second = start("go-on");
  await vi.waitFor(() => expect(second.lines).toContain("all done"), { timeout: 60_000 });
  const after = second.lines.slice(0, -1).map((line) => Number(line.replace("go-on ", "")));
  expect(after).toContain(3);
  expect([...ended, ...after].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
}, 180_000);
