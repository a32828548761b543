import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";

/** Nothing takes so long to come or to be read. */
const oldestMs = 60 * 60_000;

/** Deletes what a killed process left of files that were not whole. Returns how many. */
export async function purgeSpool(folder: string, now = Date.now()): Promise<number> {
  let count = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (!found?.isFile() || found.mtimeMs > now - oldestMs) continue;
    await rm(file, { force: true });
    count++;
  }
  return count;
}
