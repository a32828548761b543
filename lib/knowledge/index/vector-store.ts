import { cosine, decodeVectors, type Vectors } from "./vectors";

/** A question's embedding of length 1 by each model that embedded it. */
export type QuestionVectors = ReadonlyMap<string, Float32Array>;

/** The embeddings of a bot's documents. While a model takes another's place, documents of both stand side by side. */
export class VectorStore {
  private readonly documents = new Map<string, { model: string; vectors: Vectors }>();

  /** Bytes that can't be read are left out: the document is searched by its words alone. */
  add(versionId: string, model: string, bytes: Uint8Array): void {
    try {
      this.documents.set(versionId, { model, vectors: decodeVectors(bytes) });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }

  remove(versionId: string): void {
    this.documents.delete(versionId);
  }

  get models(): string[] {
    return [...new Set([...this.documents.values()].map(({ model }) => model))];
  }

  get byteLength(): number {
    let sum = 0;
    for (const { vectors } of this.documents.values()) {
      sum += vectors.values.byteLength + vectors.scales.byteLength;
    }
    return sum;
  }

  /**
   * For each document how near its passages are to the question, by how much more than chance would make the nearest
   * of all. The cosines of random directions spread by 1/√dimension around their mean, and the largest of n such values
   * lies about √(2 ln n) spreads above it. So meaningless vectors count nothing. Documents whose vectors have another
   * dimension than the question's are left out.
   */
  compare(question: QuestionVectors): Map<string, Float32Array> {
    const nearness = new Map<string, Float32Array>();
    for (const [model, unit] of question) {
      let sum = 0;
      let count = 0;
      const compared: Float32Array[] = [];
      for (const [id, { model: madeBy, vectors }] of this.documents) {
        if (madeBy !== model || vectors.dimension !== unit.length) continue;
        const cosines = vectors.scales.map((_, row) => cosine(vectors, row, unit));
        for (const value of cosines) sum += value;
        count += cosines.length;
        compared.push(cosines);
        nearness.set(id, cosines);
      }
      const chance = sum / (count || 1) + Math.sqrt((2 * Math.log(Math.max(1, count))) / unit.length);
      for (const cosines of compared) {
        for (const [row, value] of cosines.entries()) cosines[row] = Math.max(0, value - chance);
      }
    }
    return nearness;
  }
}
