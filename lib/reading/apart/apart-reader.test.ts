import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { reuseLimits } from "@/lib/reading/reading-limits";
import { buildProgram } from "@/scripts/build/build-server.mjs";
import { docxFile } from "@/test/files/office-files";
import { ApartReader } from "./apart-reader";

let dir: string;
let bundle: string;
const forked: ChildProcess[] = [];
const forkedMessage = z.object({ process: z.custom<ChildProcess>() });
subscribe("child_process", (message) => {
  forked.push(forkedMessage.parse(message).process);
});
beforeAll(async () => {
  // Below node_modules: the reader takes its packages from there.
  await mkdir("node_modules/.cache", { recursive: true });
  dir = await mkdtemp(path.resolve("node_modules/.cache/reader-"));
  bundle = path.join(dir, "reader.mjs");
  await buildProgram("reader", { root: process.cwd(), outfile: bundle });
});
afterAll(() => rm(dir, { recursive: true }));

const file = async (name: string, content: Buffer | string) => {
  const to = path.join(await mkdtemp(path.join(dir, "file-")), name);
  await writeFile(to, content);
  return to;
};
const page = (text: string) => file("a.html", `<title>${text}</title><main><p>${text}</p></main>`);

/** The ids of the processes that read and run still, the newest last: one that was killed may be there for a while. */
function readers() {
  const running = forked.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  return running.filter(({ spawnargs }) => spawnargs.includes(bundle)).map(({ pid }) => pid);
}

/** What gives way to all others gives way in its end, too: on a busy machine a killed process is there for a while. */
const noneIsLeft = () => expect.poll(readers, { timeout: 100_000 }).toEqual([]);

it("reads several texts in one process, which ends with the last", { timeout: 180_000 }, async () => {
  const reader = new ApartReader(bundle);
  const pids = new Set<number | undefined>();
  for (const text of ["甲茶", "乙茶", "丙茶"]) {
    expect(await reader.read(await page(text))).toMatchObject({ title: text, parts: [{ text }] });
    for (const pid of readers()) pids.add(pid);
  }
  // What says nothing is no burden.
  expect(await reader.read(await file("b.html", "<main></main>"))).toMatchObject({ fault: "no_text" });
  expect(await reader.read(await page("丁茶"))).toMatchObject({ parts: [{ text: "丁茶" }] });
  for (const pid of readers()) pids.add(pid);
  expect(pids.size).toBe(1);
  reader.close();
  await noneIsLeft();
});

it("lets a page that breaks it cost only itself", { timeout: 180_000 }, async () => {
  const reader = new ApartReader(bundle, 120);
  await reader.read(await page("甲茶"));
  const [first] = readers();
  const paragraph = `<w:p><w:r><w:t>退貨</w:t></w:r></w:p>`;
  const heavy = await file("a.docx", docxFile(paragraph.repeat(150_000)));
  expect(await reader.read(heavy)).toMatchObject({ fault: "too_much_memory", parts: [] });
  expect(await reader.read(await page("乙茶"))).toMatchObject({ title: "乙茶", parts: [{ text: "乙茶" }] });
  // Somebody kills it between two pages.
  const second = readers().at(-1);
  expect(second).not.toBe(first);
  process.kill(second ?? 0, "SIGKILL");
  expect(await reader.read(await page("丙茶"))).toMatchObject({ parts: [{ text: "丙茶" }] });
  // Nested so deep that its reader gives up, in a process that was used and in a new one.
  const deep = await file("deep.html", "<div>".repeat(100_000));
  expect(await reader.read(deep)).toMatchObject({ fault: "broken" });
  await noneIsLeft();
  reader.close();
});

it("takes a new process after so many files, and after one that isn't a text", {
  timeout: 240_000,
}, async () => {
  const reader = new ApartReader(bundle);
  const text = await page("甲茶");
  await reader.read(text);
  const [first] = readers();
  for (let read = 1; read < reuseLimits.readings; read++) await reader.read(text);
  await noneIsLeft();
  await reader.read(text);
  const [second] = readers();
  expect(second).not.toBe(first);
  await reader.read(await file("a.docx", docxFile("<w:p><w:r><w:t>退貨</w:t></w:r></w:p>")));
  await noneIsLeft();
  reader.close();
});

it("ends with the signal of whoever asked", { timeout: 180_000 }, async () => {
  const reader = new ApartReader(bundle);
  await reader.read(await page("甲茶"));
  const leaves = new AbortController();
  const heavy = await file("a.docx", docxFile("<w:p><w:r><w:t>退貨</w:t></w:r></w:p>".repeat(200_000)));
  const reading = reader.read(heavy, { signal: leaves.signal });
  leaves.abort(new Error("no longer wanted"));
  await expect(reading).rejects.toThrow("no longer wanted");
  await noneIsLeft();
});
