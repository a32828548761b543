import type { BotPassage } from "@/lib/knowledge/load-passages";

/** What a prompt holds of a passage; a stored one has its key. */
export type PromptPassage = Pick<BotPassage, "title" | "headings" | "text" | "start" | "end"> &
  Partial<Pick<BotPassage, "key">>;

/** About 25 KB each, where a passage was cited. */
const maxKept = 1_000;

/**
 * The same function of a passage, which remembers what it last gave for stored ones: a version's text never changes, and
 * a shop's visitors ask about the same few things. The oldest goes first.
 */
export function keepPerPassage<T>(work: (passage: PromptPassage) => T): (passage: PromptPassage) => T {
  const kept = new Map<string, { passage: PromptPassage; value: T }>();
  return (passage) => {
    const { key } = passage;
    if (key === undefined) return work(passage);
    const last = kept.get(key);
    const isSame =
      last?.passage.text === passage.text &&
      last.passage.title === passage.title &&
      last.passage.start === passage.start &&
      last.passage.end === passage.end;
    if (isSame) return last.value;
    const value = work(passage);
    kept.set(key, { passage, value });
    const [oldest] = kept.keys();
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
