import { notAnInteger, ReplyError } from "./reply-error";

const maxInt64 = 2n ** 63n - 1n;
const minInt64 = -(2n ** 63n);

/** A signed 64-bit integer, written as Redis demands it: no sign but `-`, no leading zeros, no spaces. */
export function parseInt64(text: string): bigint {
  if (!/^(0|-?[1-9]\d{0,18})$/.test(text)) throw notAnInteger();
  const value = BigInt(text);
  if (!isInt64(value)) throw notAnInteger();
  return value;
}

export function isInt64(value: bigint): boolean {
  return value >= minInt64 && value <= maxInt64;
}

/** A 64-bit integer used as a count or index, where precision past 2^53 doesn't matter. */
export function parseIndex(text: string): number {
  return Number(parseInt64(text));
}

/** A sorted set's score: a double, `inf`, `+inf` or `-inf`. */
export function parseScore(text: string, message = "ERR value is not a valid float"): number {
  const value = toDouble(text);
  if (value === null) throw new ReplyError(message);
  return value;
}

/**
 * A score as a reply. Whole numbers below 1e21 are exact; fractions are printed as shortly as they can be read back.
 */
export function formatScore(score: number): string {
  if (score === Number.POSITIVE_INFINITY) return "inf";
  if (score === Number.NEGATIVE_INFINITY) return "-inf";
  return Object.is(score, -0) ? "-0" : String(score);
}

function toDouble(text: string): number | null {
  const infinite = /^([+-]?)inf(inity)?$/i.exec(text);
  if (infinite) return infinite[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return /^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}
