import { randomHex } from "@/lib/random-hex";

let lastMs = -1;
let counter = 0;

/**
 * A UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, 12 bits that count from a random beginning within a
 * millisecond (§6.2, method 1), then 62 random bits. Lower case, with hyphens. Ids that one process makes one after
 * another at the same millisecond sort in that order, unless it makes more than 2,048 of them.
 * @param ms Unix time in whole milliseconds
 */
export function uuidv7(ms: number = Date.now()): string {
  const random = randomHex(10);
  const bits = Number.parseInt(random.slice(0, 3), 16);
  // The counter begins in the lower half of what 12 bits hold, so that there is room above.
  counter = ms === lastMs ? Math.min(counter + 1, 0xfff) : bits & 0x7ff;
  lastMs = ms;
  const time = ms.toString(16).padStart(12, "0");
  const count = counter.toString(16).padStart(3, "0");
  const variant = ((Number.parseInt(random.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
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
