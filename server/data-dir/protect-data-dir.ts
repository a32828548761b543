import { chmod, lstat, mkdir, readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { log } from "@/lib/log";
import { cannotUse } from "@/server/start/cannot-use";
import { StartError } from "@/server/start/start-error";

/** Permission bits of everyone but the owner. */
const others = 0o077;
const mayWrite = 0o002;
const isSticky = 0o1000;
/** What lies in a folder of ours, and what a fresh volume has without anybody's doing. */
const ownNames = new Set(["db", "secret", "demo.json", "control.sock", "files", "uploads"]);
const emptyVolumeNames = new Set(["lost+found", ".gitkeep", ".gitignore", ".DS_Store"]);

/** From now on this process makes nothing that other users of the machine can read. Windows has no such bits. */
export function keepNewFilesPrivate(): void {
  process.umask(others);
}

/**
 * Makes the data folder when it is missing, and takes from other users what an existing one gives them, down to its
 * files; the log then says so. Throws StartError where that would touch what isn't ours, or leaves a folder others can
 * write to.
 */
export async function protectDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw cannotUse(dataDir, error);
  }
  if (process.platform === "win32") return;
  const { mode } = await stat(dataDir);
  const isOpen = (mode & others) !== 0;
  if (isOpen && !(await isOurs(dataDir))) {
    throw new StartError(
      `The data folder ${dataDir} is open to other users and holds other things than Dawen's: set DATA_DIR to a folder of its own (DATA_DIR=${path.join(dataDir, "dawen")}).`,
    );
  }
  const isNarrowed = !isOpen || (await narrow(dataDir, mode));
  if (!isNarrowed && mode & mayWrite && !(mode & isSticky)) {
    throw new StartError(
      `Other users can write to the data folder ${dataDir} and this user can't change that: run chmod 700 on it as its owner, or set DATA_DIR to a new folder in it (DATA_DIR=${path.join(dataDir, "dawen")}).`,
    );
  }
  const narrowed = await narrowContents(dataDir);
  const was = (mode & 0o7777).toString(8).padStart(4, "0");
  if (!isNarrowed)
    log("warn", "the data folder stays open to other users: run chmod 700 on it", { dataDir, was });
  else if (isOpen)
    log("warn", "the data folder was open to other users and is closed to them now", {
      dataDir,
      was,
      narrowed: narrowed + 1,
    });
}

/** The embedded database gives some files that it makes at its start the modes of a shared server. */
export async function narrowDatabaseFiles(dataDir: string): Promise<void> {
  if (process.platform !== "win32") await narrowContents(path.join(dataDir, "db"), { isWhole: true });
}

async function isOurs(dataDir: string): Promise<boolean> {
  const names = await readdir(dataDir);
  return names.every((name) => emptyVolumeNames.has(name)) || names.some((name) => ownNames.has(name));
}

/**
 * Narrows what the folder holds; gives how many entries. Into a folder that was private nobody could look: only
 * `isWhole` does.
 */
async function narrowContents(folder: string, { isWhole } = { isWhole: false }): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const counts = await Promise.all(
    entries.map(async (entry) => {
      const file = path.join(folder, entry.name);
      // The database may have been moved to another disk; no other link is followed.
      const target =
        entry.isSymbolicLink() && entry.name === "db" ? await realpath(file).catch(() => null) : file;
      const stats = target && (await lstat(target).catch(() => null));
      if (!target || !stats || stats.isSymbolicLink()) return 0;
      const isOpen = (stats.mode & others) !== 0;
      const own = isOpen && (await narrow(target, stats.mode)) ? 1 : 0;
      return (
        own + (stats.isDirectory() && (isOpen || isWhole) ? await narrowContents(target, { isWhole }) : 0)
      );
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Whether it is closed to others afterwards: another's file can't be changed, and some file systems have no such bits.
 */
async function narrow(file: string, mode: number): Promise<boolean> {
  try {
    await chmod(file, mode & 0o7777 & ~others);
    return ((await stat(file)).mode & others) === 0;
  } catch {
    return false;
  }
}
