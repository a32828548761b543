/**
 * The postings of a search's terms, as they were read: a closer look at a few passages need not decode them again. Kept
 * between searches for its room alone.
 */
export class PostingTrace {
  passages = new Uint32Array(4096);
  /** How often the term stands in the passage, and where in the postings the units begin in which it does. */
  counts = new Uint32Array(4096);
  units = new Uint32Array(4096);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** Makes room for so many more. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.passages.length) return;
    const room = 2 ** Math.ceil(Math.log2(needed));
    this.passages = grown(this.passages, room);
    this.counts = grown(this.counts, room);
    this.units = grown(this.units, room);
  }
}

function grown(values: Uint32Array<ArrayBuffer>, room: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(room);
  larger.set(values);
  return larger;
}
