import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { TarSource } from "./tar";

/** Everything in a folder, folders before what they hold, named below `name`; nothing when there is no such folder. */
export async function listTree(folder: string, name: string): Promise<TarSource[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (!found) return [];
  const below = await Promise.all(
    found.map(async (entry): Promise<TarSource[]> => {
      const file = path.join(folder, entry.name);
      const inner = `${name}/${entry.name}`;
      if (entry.isDirectory()) return listTree(file, inner);
      return entry.isFile() ? [{ name: inner, file, bytes: (await stat(file)).size }] : [];
    }),
  );
  return [{ name, isFolder: true }, ...below.flat()];
}
