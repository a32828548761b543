import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/errors";
import { storageFault } from "./storage-fault";

/** A whole file on this machine's disk, before it goes where it stays. */
export type SpooledFile = {
  path: string;
  bytes: number;
  /** 32 bytes. */
  sha256: Buffer;
  /** Its first 4,096 bytes at most, by which its type is found. */
  head: Buffer;
};

const headBytes = 4_096;

/**
 * Writes what comes to a file of its own in `folder`, durable and closed to others, and gives it to `use`; it is gone
 * afterwards. Of what comes no more than one piece is in memory.
 * Throws AppError `invalid_input` (reason `file_too_large`) as soon as there are more than `maxBytes`.
 */
export async function spoolFile<T>(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
  use: (file: SpooledFile) => Promise<T>,
): Promise<T> {
  const file = path.join(folder, randomBytes(16).toString("hex"));
  try {
    return await use({ path: file, ...(await write(file, source, maxBytes)) });
  } finally {
    await rm(file, { force: true });
  }
}

async function write(file: string, source: AsyncIterable<Uint8Array>, maxBytes: number) {
  const hash = createHash("sha256");
  const head: Uint8Array[] = [];
  let bytes = 0;
  const handle = await onDisk(async () => {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    return open(file, "wx", 0o600);
  });
  try {
    for await (const chunk of source) {
      if (bytes < headBytes) head.push(chunk.subarray(0, headBytes - bytes));
      bytes += chunk.byteLength;
      if (bytes > maxBytes)
        throw new AppError("invalid_input", "the file is too large", { reason: "file_too_large" });
      hash.update(chunk);
      await onDisk(() => handle.writeFile(chunk));
    }
    await onDisk(() => handle.sync());
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest(), head: Buffer.concat(head) };
}

/** Runs what the disk may refuse. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOSPC" || code === "EDQUOT") throw storageFault("storage_full", error);
    if (code === "EACCES" || code === "EPERM" || code === "EROFS")
      throw storageFault("storage_denied", error);
    throw storageFault("storage_failed", error);
  }
}
