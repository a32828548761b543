/** Embeddings of a document's passages, each of length 1, quantised to a byte a number. */
export type Vectors = {
  dimension: number;
  /** For each passage what a byte stands for. */
  scales: Float32Array;
  values: Int8Array;
};

const VERSION = 1;
const HEADER_WORDS = 3;

/**
 * Quantises embeddings to one byte string, to be stored with the document version. Throws RangeError when they can't be
 * compared: of different dimensions, none, zero, or with a number that is not finite.
 */
export function encodeVectors(embeddings: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const dimension = embeddings[0]?.length ?? 0;
  if (dimension === 0) throw new RangeError("vectors: empty");
  const count = embeddings.length;
  const bytes = new Uint8Array((HEADER_WORDS + count) * 4 + count * dimension);
  const view = new DataView(bytes.buffer);
  for (const [word, value] of [VERSION, dimension, count].entries()) view.setUint32(word * 4, value, true);
  const values = new Int8Array(bytes.buffer, (HEADER_WORDS + count) * 4);
  for (const [row, embedding] of embeddings.entries()) {
    if (embedding.length !== dimension) throw new RangeError("vectors: of different dimensions");
    const unit = toUnitLength(embedding);
    const step = unit.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
    view.setFloat32((HEADER_WORDS + row) * 4, step, true);
    for (const [column, value] of unit.entries()) values[row * dimension + column] = Math.round(value / step);
  }
  return bytes;
}

/** Throws RangeError when the bytes are not vectors of this version. */
export function decodeVectors(bytes: Uint8Array): Vectors {
  const buffer = bytes.slice().buffer;
  if (buffer.byteLength < HEADER_WORDS * 4) throw new RangeError("vectors: too short");
  const [version, dimension = 0, count = 0] = new Uint32Array(buffer, 0, HEADER_WORDS);
  if (version !== VERSION) throw new RangeError(`vectors: unknown version ${version}`);
  const start = (HEADER_WORDS + count) * 4;
  if (start + count * dimension !== buffer.byteLength) throw new RangeError("vectors: wrong length");
  return {
    dimension,
    scales: new Float32Array(buffer, HEADER_WORDS * 4, count),
    values: new Int8Array(buffer, start),
  };
}

/** The embedding scaled to length 1. Throws RangeError when it has no direction. */
export function toUnitLength(embedding: readonly number[]): Float32Array {
  const length = Math.hypot(...embedding);
  if (!Number.isFinite(length) || length === 0) throw new RangeError("vectors: no direction");
  return Float32Array.from(embedding, (value) => value / length);
}

/** Cosine of a passage's vector and a unit vector of the same dimension. */
export function cosine({ dimension, scales, values }: Vectors, row: number, unit: Float32Array): number {
  const start = row * dimension;
  let sum = 0;
  for (let column = 0; column < dimension; column++) {
    sum += (values[start + column] ?? 0) * (unit[column] ?? 0);
  }
  return sum * (scales[row] ?? 0);
}
