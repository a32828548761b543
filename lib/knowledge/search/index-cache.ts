import { LRUCache } from "lru-cache";
import { type BotDocument, BotIndex } from "@/lib/knowledge/index/bot-index";

export type LoadDocuments = () => Iterable<BotDocument> | AsyncIterable<BotDocument>;

type Entry = { version: number | string; index: Promise<BotIndex> };

/**
 * The indexes of the bots asked last, within a bound of memory. An entry serves one knowledge version of its
 * bot; asking for another version loads it and drops the old one. Requests that come while an index loads
 * share the load; a failed load is not kept.
 */
export class IndexCache {
  readonly #entries: LRUCache<string, Entry>;
  readonly #maxBytes: number;

  constructor(maxBytes: number) {
    this.#maxBytes = Math.floor(maxBytes);
    this.#entries = new LRUCache({ maxSize: this.#maxBytes });
  }

  get(botId: string, knowledgeVersion: number | string, load: LoadDocuments): Promise<BotIndex> {
    const known = this.#entries.get(botId);
    if (known?.version === knowledgeVersion) return known.index;
    const entry: Entry = { version: knowledgeVersion, index: BotIndex.load(load()) };
    this.#entries.set(botId, entry, { size: 1 });
    const isCurrent = () => this.#entries.peek(botId) === entry;
    entry.index.then(
      ({ byteLength }) => {
        if (!isCurrent()) return;
        this.#entries.delete(botId);
        // The one just loaded stays, whatever its size.
        this.#entries.set(botId, entry, { size: Math.min(Math.max(1, byteLength), this.#maxBytes) });
      },
      () => {
        if (isCurrent()) this.#entries.delete(botId);
      },
    );
    return entry.index;
  }

  get byteLength(): number {
    return this.#entries.calculatedSize;
  }
}
