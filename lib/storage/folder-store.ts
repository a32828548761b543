import { constants } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { type BlobStore, isStorageKey, requireStorageKey } from "./blob-store";
import { onDisk } from "./spool-file";
import { storageFault } from "./storage-fault";
import { syncFolder } from "./sync-folder";

/**
 * Files in a folder of this machine, on the disk that `spoolFile` writes to: closed to others, and whole or not there.
 */
export function createFolderStore(folder: string): BlobStore {
  const pathOf = (key: string) => path.join(folder, ...requireStorageKey(key).split("/"));
  return {
    kind: "folder",
    put: async (key, file) => {
      const target = pathOf(key);
      await onDisk(async () => {
        await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
        await rename(file.path, target);
        await syncFolder(path.dirname(target));
        await syncFolder(folder);
      });
    },
    get: async (key, mostBytes) => {
      const target = pathOf(key);
      return onDisk(async () => {
        const handle = await openIfThere(target);
        if (!handle) return null;
        const { size } = await handle.stat();
        if (size > mostBytes) {
          await handle.close();
          throw storageFault("storage_failed", `${size} bytes, where ${mostBytes} were written`);
        }
        return { bytes: size, body: handle.createReadStream() };
      });
    },
    delete: async (key) => {
      const target = pathOf(key);
      await onDisk(() => rm(target, { force: true }));
    },
    list: async function* () {
      for (const team of await namesIn(folder)) {
        for (const name of await namesIn(path.join(folder, team))) {
          const key = `${team}/${name}`;
          const found = isStorageKey(key) ? await stat(pathOf(key)).catch(() => null) : null;
          if (found?.isFile()) yield { key, bytes: found.size };
        }
      }
    },
  };
}

async function openIfThere(file: string) {
  try {
    return await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
