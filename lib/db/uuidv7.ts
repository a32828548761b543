import { randomHex } from "@/lib/random-hex";

/**
 * A UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits. Lower case, with hyphens.
 * @param ms Unix time in whole milliseconds
 */
export function uuidv7(ms: number = Date.now()): string {
  const random = randomHex(10);
  const time = ms.toString(16).padStart(12, "0");
  const variant = ((Number.parseInt(random.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}

/** The Unix milliseconds inside a UUIDv7. */
export function uuidv7Ms(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** The same UUIDv7 at another millisecond: its random bits stay. */
export function withUuidv7Ms(id: string, ms: number): string {
  const time = ms.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-${id.slice(14)}`;
}
