/** Reads the LEB128 numbers of a segment's postings. */
export class PostingReader {
  /** Where the next byte is read. */
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  number(): number {
    let byte = this.bytes[this.at++] ?? 0;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let shift = 7; ; shift += 7) {
      byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }
}
