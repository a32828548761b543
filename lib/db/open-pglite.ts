import { PGlite, type PGliteOptions, types } from "@electric-sql/pglite";

/** An embedded database in the folder, or in memory when none is given. Long bytes are sent to it as they are. */
export function openPglite(folder = "memory://", options: PGliteOptions = {}): Promise<PGlite> {
  return PGlite.create(folder, { ...options, serializers: { [types.BYTEA]: toParameter } });
}

/**
 * From here on bytes go as bytes: hexadecimal is written and measured digit by digit, a tenth of a second for a long
 * document.
 */
const longBytes = 4_096;

// The driver's types know text alone. What it is given as bytes it sends as such; within an array it can't.
function toParameter(bytes: Uint8Array): string;
function toParameter(bytes: Uint8Array): string | Uint8Array {
  return bytes.length >= longBytes ? bytes : `\\x${Buffer.from(bytes).toString("hex")}`;
}
