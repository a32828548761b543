import { mergeChats } from "@/lib/conversations/inbox/merge-chats";
import type { ChatSummary } from "@/lib/conversations/turns/turn";

/** A map of 50,000 takes 20 ms to copy: so many may be new in it before it is. */
const maxRecent = 1_000;

/**
 * The chats that a screen knows, by their ids. It never changes: `with` gives another one, for little
 * however many there are.
 */
export class KnownChats {
  readonly #settled: ReadonlyMap<string, ChatSummary>;
  readonly #recent: ReadonlyMap<string, ChatSummary>;

  constructor(
    settled: ReadonlyMap<string, ChatSummary>,
    recent: ReadonlyMap<string, ChatSummary> = new Map(),
  ) {
    this.#settled = settled;
    this.#recent = recent;
  }

  get(id: string): ChatSummary | undefined {
    return this.#recent.get(id) ?? this.#settled.get(id);
  }

  values(): ChatSummary[] {
    if (this.#recent.size === 0) return [...this.#settled.values()];
    const values: ChatSummary[] = [];
    for (const chat of this.#settled.values()) values.push(this.#recent.get(chat.id) ?? chat);
    for (const chat of this.#recent.values()) if (!this.#settled.has(chat.id)) values.push(chat);
    return values;
  }

  /** With what was read of some chats, or told: of each the newer summary stays. */
  with(read: readonly ChatSummary[]): KnownChats {
    const before = new Map<string, ChatSummary>();
    for (const { id } of read) {
      const known = this.get(id);
      if (known) before.set(id, known);
    }
    const recent = new Map([...this.#recent, ...mergeChats(before, read)]);
    if (recent.size <= maxRecent) return new KnownChats(this.#settled, recent);
    return new KnownChats(new Map([...this.#settled, ...recent]));
  }

  /** Only those that the test lets through. */
  filter(isKept: (chat: ChatSummary) => boolean): KnownChats {
    return new KnownChats(new Map(this.values().flatMap((chat) => (isKept(chat) ? [[chat.id, chat]] : []))));
  }
}
