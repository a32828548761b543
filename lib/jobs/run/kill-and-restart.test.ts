import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, inject, it, vi } from "vitest";
import { createTestDb, writeTestDataDir } from "@/test/fixtures/test-db";
import { createTestProgram, type TestProcess, type TestProgram } from "@/test/fixtures/test-program";

let folder = "";
let program: TestProgram;
let databaseUrl: string | undefined;
let drop = async () => {};

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dawen-jobs-"));
  program = await createTestProgram("work-ten.ts");
  if (inject("databaseUrl")) {
    const { queue, close } = await createTestDb();
    databaseUrl = "databaseUrl" in queue ? queue.databaseUrl : undefined;
    drop = close;
  } else await writeTestDataDir(path.join(folder, "db"));
});
afterEach(async () => {
  await program.close();
  await drop();
  await rm(folder, { recursive: true, force: true });
});

/** A process that runs the jobs. */
function start(mode: "begin" | "go-on"): TestProcess {
  return program.start([mode, folder, ...(databaseUrl ? [databaseUrl] : [])]);
}

it("ten jobs all end though the process is killed in the third", async () => {
  const first = start("begin");
  await vi.waitFor(() => expect(first.lines).toContain("begin 3"), { timeout: 60_000 });
  await first.kill();
  const ended = first.lines.slice(0, -1).map((line) => Number(line.replace("begin ", "")));

  const second = start("go-on");
  await vi.waitFor(() => expect(second.lines).toContain("all done"), { timeout: 60_000 });
  const after = second.lines.slice(0, -1).map((line) => Number(line.replace("go-on ", "")));
  expect(after).toContain(3);
  expect([...ended, ...after].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
}, 180_000);
