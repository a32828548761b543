import type { Readable } from "node:stream";
import type { SpooledFile } from "./spool-file";

/**
 * Keeps bytes under keys that `newStorageKey` made. All throw AppError `unavailable` with a reason that begins with
 * `storage_` when the place doesn't do what it should.
 */
export type BlobStore = {
  kind: "folder" | "s3";
  /** What lies under the key then is the whole file, or what lay there before. */
  put: (key: string, file: SpooledFile) => Promise<void>;
  /**
   * Null when nothing lies there; a fault when there is more than was written. Whoever asks reads the body to its end,
   * or destroys it, in time: from a bucket within 15 s and one more for each 10 KB.
   */
  get: (key: string, mostBytes: number) => Promise<{ bytes: number; body: Readable } | null>;
  /** Fine when nothing lies there. */
  delete: (key: string) => Promise<void>;
  /** All that lies under keys of ours, in no order. */
  list: () => AsyncIterable<{ key: string; bytes: number }>;
};

const keyPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[0-9a-f]{32}$/;

/** `<team>/<random>`: it says nothing of what the file is called, and can't be guessed. */
export function isStorageKey(key: string): boolean {
  return keyPattern.test(key);
}

/** Throws for what `newStorageKey` never makes, such as `../secret`. */
export function requireStorageKey(key: string): string {
  if (!isStorageKey(key)) throw new Error("no key of the storage");
  return key;
}
