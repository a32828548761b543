import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

/** Writes the address of this start into the demo's record, when there is one: the port may have changed. */
export async function refreshDemoFile(dataDir: string, baseUrl: string): Promise<void> {
  const file = path.join(dataDir, "demo.json");
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return;
  const demo = JSON.parse(text);
  if (demo.baseUrl === baseUrl) return;
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify({ ...demo, baseUrl }, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, file);
}
