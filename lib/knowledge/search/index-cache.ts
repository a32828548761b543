import { LRUCache } from "lru-cache";
import { type BotDocument, BotIndex } from "@/lib/knowledge/index/bot-index";

export type LoadDocuments = () => Iterable<BotDocument> | AsyncIterable<BotDocument>;

export type UpdateIndex = (index: BotIndex) => Promise<boolean>;

const noUpdate: UpdateIndex = async () => false;

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

  /**
   * @param update brings the index of another version to this one, where it can: what changed is taken in and let go;
   * false where to load it anew is better
   */
  get(
    botId: string,
    knowledgeVersion: number | string,
    load: LoadDocuments,
    update: UpdateIndex = noUpdate,
  ): Promise<BotIndex> {
    const known = this.#entries.get(botId);
    if (known?.version === knowledgeVersion) return known.index;
    const renew = async () => {
      const before = await known?.index.catch(() => null);
      return before && (await update(before)) ? before : BotIndex.load(load());
    };
    const entry: Entry = { version: knowledgeVersion, index: known ? renew() : BotIndex.load(load()) };
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
