import { LRUCache } from "lru-cache";
import { readWordingLines } from "@/lib/language/words/read-wording-lines";
import { processWide } from "@/lib/process-wide";
import { Wordings } from "./wordings";

/** An owner's text of wordings as questions are read with it, null for an empty one; read once while it is in use. */
export function ownWordings(text: string): Wordings | null {
  if (text === "") return null;
  const cache = processWide("own-wordings", () => new LRUCache<string, Wordings>({ max: 500 }));
  const known = cache.get(text);
  if (known) return known;
  const groups = readWordingLines(text).map(({ words }) => ({ asked: words, found: words }));
  const read = new Wordings(groups);
  cache.set(text, read);
  return read;
}
