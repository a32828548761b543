import { type BotDocument, BotIndex } from "@/lib/knowledge/index/bot-index";

export type LoadDocuments = () => Iterable<BotDocument> | AsyncIterable<BotDocument>;

type Entry = { version: number | string; index: Promise<BotIndex>; bytes: number };

/**
 * The indexes of the bots asked last, within a bound of memory. An entry serves one knowledge version of its
 * bot; asking for another version loads it and drops the old one. Requests that come while an index loads
 * share the load; a failed load is not kept.
 */
export class IndexCache {
  private readonly entries = new Map<string, Entry>();
  private bytesHeld = 0;

  constructor(private readonly maxBytes: number) {}

  get(botId: string, knowledgeVersion: number | string, load: LoadDocuments): Promise<BotIndex> {
    const known = this.entries.get(botId);
    if (known?.version === knowledgeVersion) {
      this.entries.delete(botId);
      this.entries.set(botId, known);
      return known.index;
    }
    this.delete(botId);
    const entry: Entry = { version: knowledgeVersion, index: BotIndex.load(load()), bytes: 0 };
    this.entries.set(botId, entry);
    entry.index.then(
      (index) => {
        if (this.entries.get(botId) !== entry) return;
        entry.bytes = index.byteLength;
        this.bytesHeld += entry.bytes;
        this.evict(botId);
      },
      () => {
        if (this.entries.get(botId) === entry) this.entries.delete(botId);
      },
    );
    return entry.index;
  }

  delete(botId: string): void {
    this.bytesHeld -= this.entries.get(botId)?.bytes ?? 0;
    this.entries.delete(botId);
  }

  get byteLength(): number {
    return this.bytesHeld;
  }

  /** Drops the longest unused until the rest fits; the one just loaded stays, whatever its size. */
  private evict(justLoaded: string): void {
    for (const [botId, entry] of this.entries) {
      if (this.bytesHeld <= this.maxBytes) return;
      if (botId !== justLoaded && entry.bytes > 0) this.delete(botId);
    }
  }
}
