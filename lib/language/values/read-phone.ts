import { isTaiwanPhone } from "./phone-number";
import type { Value } from "./value";

/** The Taiwanese phone number that begins at `start` of a folded text, as 9 or 10 digits with the leading 0. */
export function readPhone(folded: string, start: number): Value | null {
  for (const pattern of [long, short]) {
    pattern.lastIndex = start;
    const [written] = pattern.exec(folded) ?? [];
    const number = written?.replace(/\D/g, "").replace(/^8860?/, "0");
    if (written && number && isTaiwanPhone(number))
      return { kind: "phone", keys: [number], implied: [], start, end: start + written.length };
  }
  return null;
}

const gap = "[ .\\-‐‑–]{0,2}";
const head = `(?:\\+?886${gap}(?:\\(0\\)|0)?${gap}\\d{1,3}|\\(0\\d{1,3}\\)|0\\d{1,3})`;
const short = new RegExp(`(?<!\\d)${head}${gap}\\d{2,4}${gap}\\d{3,4}(?!\\d)`, "y");
const long = new RegExp(`(?<!\\d)${head}${gap}\\d{2,4}${gap}\\d{3,4}${gap}\\d{3,4}(?!\\d)`, "y");
