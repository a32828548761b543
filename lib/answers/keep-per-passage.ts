import type { BotPassage } from "@/lib/knowledge/load-passages";

/** What a prompt holds of a passage; a stored one has its key. */
export type PromptPassage = Pick<BotPassage, "title" | "headings" | "text" | "start" | "end"> &
  Partial<Pick<BotPassage, "key">>;

/** Of passages, which cost about 25 KB each where they were cited. */
const maxKept = 1_000;
/** UTF-16 units of the documents they stand in, counted with each. */
const maxLength = 16 * 1024 * 1024;

/**
 * The same function of a passage, which remembers what it last gave for stored ones: a version's text never changes, and
 * a shop's visitors ask about the same few things. The oldest goes first.
 */
export function keepPerPassage<T>(work: (passage: PromptPassage) => T): (passage: PromptPassage) => T {
  const kept = new Map<string, { passage: PromptPassage; value: T }>();
  let length = 0;
  const forget = (key: string) => {
    length -= kept.get(key)?.passage.text.length ?? 0;
    kept.delete(key);
  };
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
    forget(key);
    kept.set(key, { passage, value });
    length += passage.text.length;
    for (const oldest of kept.keys()) {
      if (kept.size <= maxKept && length <= maxLength) break;
      forget(oldest);
    }
    return value;
  };
}
