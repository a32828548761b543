import { LRUCache } from "lru-cache";
import type { BotPassage } from "@/lib/knowledge/search/load-passages";

/** What a prompt holds of a passage; a stored one has its key. */
export type PromptPassage = Pick<BotPassage, "title" | "headings" | "text" | "start" | "end"> &
  Partial<Pick<BotPassage, "key">>;

type Kept<P, T> = { passage: P; value: T };

/** A passage that was cited costs about 25 KB. The text is that of its whole document, counted with each. */
const bounds = {
  max: 1_000,
  /** In UTF-16 units. */
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: ({ passage }: Kept<PromptPassage, unknown>) => Math.max(1, passage.text.length),
};

/**
 * The same function of a passage, which remembers what it last gave for stored ones: a version's text never changes,
 * and a shop's visitors ask about the same few things. For one without a key it does so as long as the passage
 * itself is there.
 */
export function keepPerPassage<P extends PromptPassage, T>(work: (passage: P) => T): (passage: P) => T {
  const cache = new LRUCache<string, Kept<P, T>>(bounds);
  const passing = new WeakMap<P, { value: T }>();
  /** Of the passages of the last few calls, which are mostly those of one search. */
  const last: Kept<P, T>[] = [];
  let next = 0;
  const note = (passage: P, value: T): T => {
    last[next] = { passage, value };
    next = (next + 1) % lastKept;
    return value;
  };
  return (passage) => {
    for (const kept of last) if (kept.passage === passage) return kept.value;
    return note(passage, look(passage));
  };

  function look(passage: P): T {
    const { key } = passage;
    if (key === undefined) {
      const kept = passing.get(passage) ?? { value: work(passage) };
      passing.set(passage, kept);
      return kept.value;
    }
    const known = cache.get(key);
    const isSame =
      known?.passage.text === passage.text &&
      known.passage.title === passage.title &&
      known.passage.start === passage.start &&
      known.passage.end === passage.end;
    if (isSame) return known.value;
    const value = work(passage);
    cache.set(key, { passage, value });
    return value;
  }
}

const lastKept = 3;
