import type { BotPassage } from "./load-passages";

export type StoredPassage = Omit<BotPassage, "score" | "confidence">;

/**
 * Passages as they were last read, within a bound of memory; what was not asked for longest goes first. A key names a
 * passage of a bot's knowledge at one version, under which nothing of it changes. Passages of one document share its
 * text, which is counted with each: the bound is never exceeded, and small documents are kept best.
 */
export class PassageCache {
  private readonly entries = new Map<string, StoredPassage>();
  private lengthHeld = 0;

  /** @param maxLength UTF-16 units of text */
  constructor(private readonly maxLength: number) {}

  get(key: string): StoredPassage | undefined {
    const passage = this.entries.get(key);
    if (passage) {
      this.entries.delete(key);
      this.entries.set(key, passage);
    }
    return passage;
  }

  set(key: string, passage: StoredPassage): void {
    this.delete(key);
    this.entries.set(key, passage);
    this.lengthHeld += passage.text.length;
    for (const oldest of this.entries.keys()) {
      if (this.lengthHeld <= this.maxLength) break;
      this.delete(oldest);
    }
  }

  get length(): number {
    return this.lengthHeld;
  }

  private delete(key: string): void {
    this.lengthHeld -= this.entries.get(key)?.text.length ?? 0;
    this.entries.delete(key);
  }
}
