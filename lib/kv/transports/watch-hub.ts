export type Watch = (keys: readonly string[], onChange: (key: string) => void) => () => void;

export type WatchHubHooks = {
  /** The first watcher of a key came. */
  onWatched?: (key: string) => void;
  /** The last watcher of a key went. */
  onUnwatched?: (key: string) => void;
};

/**
 * Who watches which keys. News of a key is told to its watchers once per turn of the event loop, however often it came.
 */
export class WatchHub {
  readonly #watchers = new Map<string, Set<(key: string) => void>>();
  readonly #news = new Set<string>();
  readonly #hooks: WatchHubHooks;

  constructor(hooks: WatchHubHooks = {}) {
    this.#hooks = hooks;
  }

  readonly watch: Watch = (keys, onChange) => {
    const watched = [...new Set(keys)];
    // Of its own, so that the same function given twice is two watchers.
    const watcher = (key: string) => onChange(key);
    for (const key of watched) this.#add(key, watcher);
    return () => {
      for (const key of watched.splice(0)) this.#remove(key, watcher);
    };
  };

  has(key: string): boolean {
    return this.#watchers.has(key);
  }

  keys(): string[] {
    return [...this.#watchers.keys()];
  }

  get isWatched(): boolean {
    return this.#watchers.size > 0;
  }

  notify(key: string): void {
    if (!this.#watchers.has(key)) return;
    if (this.#news.size === 0) setImmediate(() => this.#tell());
    this.#news.add(key);
  }

  notifyAll(): void {
    for (const key of this.#watchers.keys()) this.notify(key);
  }

  clear(): void {
    this.#watchers.clear();
  }

  #tell(): void {
    const news = [...this.#news];
    this.#news.clear();
    for (const key of news) for (const watcher of this.#watchers.get(key) ?? []) tellOne(watcher, key);
  }

  #add(key: string, watcher: (key: string) => void): void {
    const watchers = this.#watchers.get(key);
    if (watchers) {
      watchers.add(watcher);
      return;
    }
    this.#watchers.set(key, new Set([watcher]));
    this.#hooks.onWatched?.(key);
  }

  #remove(key: string, watcher: (key: string) => void): void {
    const watchers = this.#watchers.get(key);
    if (!watchers?.delete(watcher) || watchers.size > 0) return;
    this.#watchers.delete(key);
    this.#hooks.onUnwatched?.(key);
  }
}

// One watcher's fault must not keep the news from the others.
function tellOne(watcher: (key: string) => void, key: string): void {
  try {
    watcher(key);
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}
