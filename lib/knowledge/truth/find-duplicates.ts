import { fold } from "@/lib/language/words/fold";
import type { Finding, Place, TruthDocument } from "./finding";
import { bandsOf, likeness } from "./min-hash";
import { isSame, readQuantities } from "./read-quantities";
import { contentOf } from "./read-saying";

type Copy = { place: Place; text: string; content: string; heading: string };

/**
 * Passages that say the same: in the same words but for writing, or with some words of no weight more. Those under
 * other headings are of other things. A generator, which yields after each passage; time and memory are linear.
 */
export function* findDuplicates(documents: readonly TruthDocument[]): Generator<void, Finding[], void> {
  const findings: Finding[] = [];
  const first = new Map<string, Copy>();
  const bands = new Map<number, Copy[]>();
  const near = new Set<string>();
  for (const { documentId, versionId, text, passages, title } of documents) {
    for (const [ordinal, { start, end, headings, questions }] of passages.entries()) {
      yield;
      const written = text.slice(start, Math.min(end, start + longest));
      const plain = plainOf(written);
      if (plain.length < shortest) continue;
      const place = { ...{ documentId, versionId, ordinal, start, end }, marks: [] };
      const heading = fold(headings.at(-1) ?? (questions ? "" : title));
      const content = contentOf(fold(written)).join("");
      const copy: Copy = { place, text: plain, content, heading: headings.length > 0 ? heading : "" };
      const key = `${copy.heading}\n${plain}`;
      const same = first.get(key);
      if (same) {
        findings.push({ kind: "duplicate", sureness: sureOf(plain), places: [same.place, place] });
        continue;
      }
      first.set(key, copy);
      if (plain.length < shortestNear) continue;
      for (const band of bandsOf(plain)) {
        const others = bands.get(band) ?? [];
        for (const other of others.slice(0, mostOthers)) {
          const pair = `${idOf(other)} ${idOf(copy)}`;
          if (near.has(pair)) continue;
          near.add(pair);
          if (isNear(other, copy))
            findings.push({ kind: "near_duplicate", sureness: 0.7, places: [other.place, place] });
        }
        others.push(copy);
        bands.set(band, others);
      }
    }
  }
  return findings;
}

/** Without what only writes it another way. */
export function plainOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}%$]+/gu, "");
}

function idOf({ place }: Copy): string {
  return `${place.versionId}/${place.ordinal}`;
}

function sureOf(plain: string): number {
  return plain.length >= 60 ? 0.98 : 0.9;
}

/** Whether both say the same: the same quantities and names, and one has no other word in place of the other's. */
function isNear(one: Copy, other: Copy): boolean {
  if (one.heading !== other.heading) return false;
  if (likeness(one.text, other.text) < leastLikeness) return false;
  const [first, second] = [readQuantities(one.text), readQuantities(other.text)];
  if (
    first.length !== second.length ||
    first.some((quantity, at) => !second[at] || !isSame(quantity, second[at]))
  )
    return false;
  if (wordsOf(one.content) !== wordsOf(other.content)) return false;
  const [more, less] = [restOf(one.content, other.content), restOf(other.content, one.content)];
  return Math.min(more, less) <= mostInstead && Math.max(more, less) <= one.content.length * mostMore;
}

function wordsOf(text: string): string {
  return (text.match(/[a-z\d]+/gu) ?? []).join(" ");
}

/** How many characters of one the other lacks. */
function restOf(one: string, other: string): number {
  const left = new Map<string, number>();
  for (const character of other) left.set(character, (left.get(character) ?? 0) + 1);
  let rest = 0;
  for (const character of one) {
    const count = left.get(character) ?? 0;
    if (count > 0) left.set(character, count - 1);
    else rest++;
  }
  return rest;
}

/** UTF-16 units of a folded text without what only writes it. */
const shortest = 16;
const shortestNear = 24;
/** UTF-16 units of a passage that are compared. */
const longest = 4_000;
const mostOthers = 20;
const leastLikeness = 0.7;
/** Characters that one may have where the other has others. */
const mostInstead = 1;
/** The share of its characters that one may have more. */
const mostMore = 0.2;
