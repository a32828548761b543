import iconv from "iconv-lite";
import type { TextEncoding } from "./text-encodings";

/** Bytes that are looked at to tell the encoding. */
const sampleBytes = 200_000;

/**
 * Text in whatever encoding it looks like, or the one that is given: a mark, zero bytes, strict UTF-8, then the
 * likeliest of the others.
 */
export function decodeText(
  bytes: Buffer,
  encoding = findEncoding(bytes),
): { text: string; encoding: TextEncoding } {
  return { text: iconv.decode(bytes, encoding), encoding };
}

function findEncoding(bytes: Buffer): TextEncoding {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, sampleBytes);
  return findUtf16(sample) ?? (isUtf8(sample) ? "utf-8" : likeliest(sample));
}

/** Latin letters, digits and line ends have a zero byte in every other place. */
function findUtf16(sample: Buffer): TextEncoding | null {
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < Math.max(1, sample.length / 200)) return null;
  if (odd > even * 4) return "utf-16le";
  return even > odd * 4 ? "utf-16be" : null;
}

function isUtf8(sample: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** How many of the two-byte characters are among those in daily use; the first of equals. */
function likeliest(sample: Buffer): TextEncoding {
  const scores = (
    [
      ["big5", scoreBig5],
      ["gb18030", scoreGb],
      ["shift_jis", scoreShiftJis],
    ] as const
  ).map(([encoding, score]) => ({ encoding, score: scoreOf(sample, score) }));
  const [best] = scores.sort((a, b) => b.score - a.score);
  return best && best.score > 0.5 ? best.encoding : "windows-1252";
}

type ScorePair = (lead: number, trail: number) => number;

/** From -1 to 1, over all that isn't ASCII. */
function scoreOf(sample: Buffer, scorePair: ScorePair): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < sample.length; at++) {
    const lead = sample[at] ?? 0;
    if (lead < 0x80) continue;
    count++;
    if (at + 1 === sample.length) break;
    const score = scorePair(lead, sample[at + 1] ?? 0);
    sum += score;
    if (score !== alone) at++;
  }
  return count === 0 ? 0 : sum / count;
}

/** A byte that begins no pair. */
const alone = -1;
const rare = 0.3;

function scoreBig5(lead: number, trail: number): number {
  if (lead < 0x81 || lead > 0xfe || trail < 0x40 || trail === 0xff || (trail > 0x7e && trail < 0xa1))
    return alone;
  if (lead >= 0xa4 && lead <= 0xc6) return 1;
  return lead >= 0xa1 && lead <= 0xf9 ? rare + (lead <= 0xa3 ? 0.6 : 0) : 0;
}

function scoreGb(lead: number, trail: number): number {
  if (lead < 0x81 || lead > 0xfe || trail < 0x40 || trail === 0x7f || trail === 0xff) return alone;
  if (trail < 0xa1) return 0;
  if (lead >= 0xb0 && lead <= 0xd7) return 1;
  return lead >= 0xa1 && lead <= 0xf7 ? rare + (lead <= 0xa3 ? 0.6 : 0) : 0;
}

function scoreShiftJis(lead: number, trail: number): number {
  if (lead >= 0xa1 && lead <= 0xdf) return alone;
  const isLead = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc);
  if (!isLead || trail < 0x40 || trail === 0x7f || trail > 0xfc) return alone;
  if (lead === 0x82 || lead === 0x83 || lead === 0x81) return 1;
  return lead >= 0x88 && lead <= 0x97 ? 0.8 : rare;
}
