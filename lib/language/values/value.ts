export type Value = {
  kind: "number" | "amount" | "phone" | "date" | "hour";
  /**
   * What it may stand for, the likeliest first, each in the one form of its kind: `1200`, `2000g`, `0223456789`,
   * `2025-01-05`,
   * `01-05`, `15:00`. 「三點」 alone is `03:00`, `15:00` or the number 3.
   */
  keys: readonly string[];
  /** What a text that states it states too: a day of 2025 names its day of any year, and the year. */
  implied: readonly string[];
  /** UTF-16 offsets in the folded text. */
  start: number;
  end: number;
};
