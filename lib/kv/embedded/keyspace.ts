import { ReplyError, wrongType } from "./reply-error";
import { SortedSet } from "./sorted-set";
import { Stream } from "./stream";

type Value =
  | { type: "string"; text: string }
  | { type: "hash"; fields: Map<string, string> }
  | { type: "zset"; members: SortedSet }
  | { type: "stream"; stream: Stream };

type TypeName = Value["type"];
type ValueOf<Type extends TypeName> = Extract<Value, { type: Type }>;
type Entry = { value: Value; expiresAt: number | undefined; bytes: number };

export type KeyspaceOptions = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** About how much the values may take, in bytes. */
  maxBytes: number;
};

/**
 * Every key with its value and expiry. A key past its expiry is gone at the next touch, or when the sweep comes by.
 *
 * Memory is bounded: before a write that starts above `maxBytes`, expired keys go, then the keys that have an expiry,
 * least recently written first; when none of those is left the write is refused as Redis refuses it.
 */
export class Keyspace {
  readonly #entries = new Map<string, Entry>();
  readonly #options: KeyspaceOptions;
  #bytes = 0;
  #sweep: IterableIterator<[string, Entry]> | undefined;

  constructor(options: KeyspaceOptions) {
    this.#options = options;
  }

  now(): number {
    return this.#options.now();
  }

  get size(): number {
    return this.#entries.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  keys(): string[] {
    return [...this.#entries.keys()].filter((key) => this.has(key));
  }

  has(key: string): boolean {
    return this.#find(key) !== undefined;
  }

  typeOf(key: string): TypeName | undefined {
    return this.#find(key)?.value.type;
  }

  /** The key's value when it has that type, undefined when there is no such key. Throws WRONGTYPE for another type. */
  read<Type extends TypeName>(key: string, type: Type): ValueOf<Type> | undefined {
    const entry = this.#find(key);
    if (!entry) return undefined;
    if (!isOfType(entry.value, type)) throw wrongType();
    return entry.value;
  }

  setString(key: string, text: string, expiresAt?: number): void {
    this.delete(key);
    this.#insert(key, { type: "string", text }, expiresAt);
    this.grow(key, sizeOf(text));
  }

  /** The hash to write to, made when missing. */
  hash(key: string): Map<string, string> {
    return (this.read(key, "hash") ?? this.#insert(key, { type: "hash", fields: new Map() })).fields;
  }

  /** The sorted set to write to, made when missing. */
  sortedSet(key: string): SortedSet {
    return (this.read(key, "zset") ?? this.#insert(key, { type: "zset", members: new SortedSet() })).members;
  }

  /** The stream to write to, made when missing. */
  stream(key: string): Stream {
    return (this.read(key, "stream") ?? this.#insert(key, { type: "stream", stream: new Stream() })).stream;
  }

  delete(key: string): boolean {
    const entry = this.#find(key);
    if (!entry) return false;
    this.#drop(key, entry);
    return true;
  }

  rename(from: string, to: string): void {
    const entry = this.#find(from);
    if (!entry) throw new ReplyError("ERR no such key");
    if (from === to) return;
    this.delete(to);
    this.#entries.delete(from);
    this.#entries.set(to, entry);
  }

  expiryOf(key: string): number | undefined {
    return this.#find(key)?.expiresAt;
  }

  setExpiry(key: string, expiresAt: number | undefined): void {
    const entry = this.#find(key);
    if (!entry) return;
    entry.expiresAt = expiresAt;
    this.#find(key);
  }

  /** Accounts for `bytes` more (or, below zero, fewer) in the key's value and marks it as written. */
  grow(key: string, bytes: number): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.bytes += bytes;
    this.#bytes += bytes;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
    this.#sweep = undefined;
  }

  /** Looks at the next `count` keys, round and round, and drops those past their expiry. */
  sweepExpired(count: number): void {
    this.#sweep ??= this.#entries.entries();
    for (let seen = 0; seen < count; seen++) {
      const next = this.#sweep.next();
      if (next.done) {
        this.#sweep = undefined;
        return;
      }
      const [key, entry] = next.value;
      if (this.#isExpired(entry)) this.#drop(key, entry);
    }
  }

  /** Makes room before a write. Throws Redis's OOM error when nothing may be dropped. */
  makeRoom(): void {
    if (this.#bytes <= this.#options.maxBytes) return;
    this.sweepExpired(this.#entries.size);
    for (const [key, entry] of this.#entries) {
      if (this.#bytes <= this.#options.maxBytes) return;
      if (entry.expiresAt !== undefined) this.#drop(key, entry);
    }
    if (this.#bytes > this.#options.maxBytes)
      throw new ReplyError("OOM command not allowed when used memory > 'maxmemory'.");
  }

  #insert<V extends Value>(key: string, value: V, expiresAt?: number): V {
    this.#entries.set(key, { value, expiresAt, bytes: 0 });
    this.grow(key, sizeOf(key));
    return value;
  }

  #find(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (!entry || !this.#isExpired(entry)) return entry;
    this.#drop(key, entry);
    return undefined;
  }

  #isExpired(entry: Entry): boolean {
    return entry.expiresAt !== undefined && entry.expiresAt <= this.#options.now();
  }

  #drop(key: string, entry: Entry): void {
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }
}

/** About how many bytes a string takes inside a collection. */
export function sizeOf(text: string): number {
  return 64 + 2 * text.length;
}

function isOfType<Type extends TypeName>(value: Value, type: Type): value is ValueOf<Type> {
  return value.type === type;
}
