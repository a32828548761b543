/** How many lists of numbers a text gets, and how many numbers each is made of. */
const bands = 10;
const rows = 3;
const hashes = bands * rows;
/** UTF-16 units that one shingle is. */
const shingle = 3;

/**
 * A number for each band of a text: texts that have most of their shingles in common share one of them in all
 * likelihood. A. Z. Broder, “On the resemblance and containment of documents” (1997).
 */
export function bandsOf(text: string): number[] {
  const least = new Uint32Array(hashes).fill(0xffffffff);
  for (let at = 0; at + shingle <= text.length; at++) {
    const code =
      Math.imul(text.charCodeAt(at), 0x9e3779b1) ^
      Math.imul(text.charCodeAt(at + 1), 0x85ebca6b) ^
      Math.imul(text.charCodeAt(at + 2), 0xc2b2ae35);
    for (let hash = 0; hash < hashes; hash++) {
      const value = mixed(code ^ (seeds[hash] ?? 0));
      if (value < (least[hash] ?? 0)) least[hash] = value;
    }
  }
  return Array.from({ length: bands }, (_, band) => {
    let key = band;
    for (let row = 0; row < rows; row++) key = mixed(key ^ (least[band * rows + row] ?? 0));
    return key;
  });
}

/** The share of the shingles of either that both have, 0 to 1. */
export function likeness(one: string, other: string): number {
  const [first, second] = [shinglesOf(one), shinglesOf(other)];
  let common = 0;
  for (const piece of first) if (second.has(piece)) common++;
  const all = first.size + second.size - common;
  return all === 0 ? 0 : common / all;
}

function shinglesOf(text: string): Set<string> {
  const shingles = new Set<string>();
  for (let at = 0; at + shingle <= text.length; at++) shingles.add(text.slice(at, at + shingle));
  return shingles;
}

function mixed(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

const seeds = Uint32Array.from({ length: hashes }, (_, at) => mixed(at + 1));
