import { createHash } from "node:crypto";

/** How every secret begins, so that scanners of sources find one that was left there. */
export const keyMark = "dwk_";

/**
 * What is stored of a key's secret: SHA-256, which is enough where nobody can guess what was hashed. Any string is
 * taken: one that was never issued matches no row.
 */
export function hashApiKey(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret).digest());
}
