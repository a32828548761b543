/**
 * The search data of some passages: an inverted index in typed arrays. One is built per document version
 * and stored with it; a bot's index is made of merged ones.
 *
 * A passage is divided into units: unit 0 is its title (document title and headings), then its questions
 * if it is a question-answer pair, then its sentences.
 *
 * `postings` holds for each term at `postingOffsets[i]`: the number of passages, then for each passage
 * `(distance from the passage before << 1) | has several occurrences`, the number of occurrences if
 * several, and one byte for each occurrence: the unit it is in. Numbers are LEB128.
 */
export type Segment = {
  /** UTF-16 offsets of each passage in its document. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** How many of a passage's units are questions. */
  questionCounts: Uint8Array;
  /** Where the units of each passage begin in `unitLengths`; one more entry at the end. */
  unitOffsets: Uint32Array;
  /** Terms in each unit. */
  unitLengths: Uint16Array;
  /** Ascending. */
  terms: Uint32Array;
  postingOffsets: Uint32Array;
  postings: Uint8Array;
};

export const MAX_UNITS = 255;

const VERSION = 3;
const HEADER_WORDS = 5;

/** One byte string, to be stored with the document version. */
export function encodeSegment(segment: Segment): Uint8Array<ArrayBuffer> {
  const passages = segment.starts.length;
  const units = segment.unitLengths.length;
  const terms = segment.terms.length;
  const words = HEADER_WORDS + passages * 2 + (passages + 1) + terms + (terms + 1);
  const bytes = new Uint8Array(words * 4 + units * 2 + passages + segment.postings.length);
  const view = new DataView(bytes.buffer);
  let word = 0;
  const writeWord = (value: number) => view.setUint32(word++ * 4, value, true);
  for (const value of [VERSION, passages, units, terms, segment.postings.length]) writeWord(value);
  for (const words of [
    segment.starts,
    segment.ends,
    segment.unitOffsets,
    segment.terms,
    segment.postingOffsets,
  ]) {
    words.forEach(writeWord);
  }
  let offset = word * 4;
  for (const length of segment.unitLengths) {
    view.setUint16(offset, length, true);
    offset += 2;
  }
  bytes.set(segment.questionCounts, offset);
  bytes.set(segment.postings, offset + passages);
  return bytes;
}

/** Throws RangeError when the bytes are not a segment of this version; build it anew then. */
export function decodeSegment(bytes: Uint8Array): Segment {
  // Word-aligned and apart from any larger buffer the bytes came in.
  const buffer = bytes.slice().buffer;
  if (buffer.byteLength < HEADER_WORDS * 4) throw new RangeError("segment: too short");
  const [version, passages = 0, units = 0, terms = 0, postings = 0] = new Uint32Array(
    buffer,
    0,
    HEADER_WORDS,
  );
  if (version !== VERSION) throw new RangeError(`segment: unknown version ${version}`);
  let offset = HEADER_WORDS * 4;
  const size = offset + (passages * 3 + terms * 2 + 2) * 4 + units * 2 + passages + postings;
  if (size !== buffer.byteLength) throw new RangeError("segment: wrong length");
  const takeWords = (length: number) => {
    const words = new Uint32Array(buffer, offset, length);
    offset += length * 4;
    return words;
  };
  const starts = takeWords(passages);
  const ends = takeWords(passages);
  const unitOffsets = takeWords(passages + 1);
  const termList = takeWords(terms);
  const postingOffsets = takeWords(terms + 1);
  const unitLengths = new Uint16Array(buffer, offset, units);
  offset += units * 2;
  return {
    starts,
    ends,
    questionCounts: new Uint8Array(buffer, offset, passages),
    unitOffsets,
    unitLengths,
    terms: termList,
    postingOffsets,
    postings: new Uint8Array(buffer, offset + passages, postings),
  };
}

/** Bytes held by a segment's arrays. */
export function segmentByteLength(segment: Segment): number {
  return Object.values(segment).reduce((sum, array) => sum + array.byteLength, 0);
}
