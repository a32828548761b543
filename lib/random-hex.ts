import { randomFillSync } from "node:crypto";

const pool = Buffer.alloc(8192);
let used = pool.length;

/**
 * Lower-case hexadecimal digits that nobody can guess, two a byte. The generator is asked for many at once, as each
 * call of it costs more than the bytes.
 * @param bytes at most 8192
 */
export function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const hex = pool.toString("hex", used, used + bytes);
  used += bytes;
  return hex;
}
