/** The names and the types of their values; each stands in types/process-wide.d.ts. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled there, by declaration merging
export interface ProcessWide {}

/**
 * One value a process under a name, made on first use: the entry's bundle and Next's each hold a copy of lib/,
 * and they must share the database, the KV client and their watchers. What crosses is told by its name or shape,
 * never by its class.
 */
export function processWide<N extends keyof ProcessWide>(
  name: N,
  create: () => ProcessWide[N],
): ProcessWide[N] {
  const registry = registryOf<ProcessWide[N]>();
  const key = keyOf(name);
  const existing = registry[key];
  if (existing !== undefined) return existing;
  const created = create();
  registry[key] = created;
  return created;
}

/** Sets the value that `processWide` returns under the name from now on; undefined has it made anew. */
export function setProcessWide<N extends keyof ProcessWide>(
  name: N,
  value: ProcessWide[N] | undefined,
): void {
  registryOf<ProcessWide[N]>()[keyOf(name)] = value;
}

/** Nothing else writes these keys, and each name has one type. */
function registryOf<T>(): Record<symbol, T | undefined> {
  return globalThis as unknown as Record<symbol, T | undefined>;
}

const keys = new Map<string, symbol>();

/** Asked for several times a message: looked up, not put together. */
function keyOf(name: string): symbol {
  const known = keys.get(name);
  if (known) return known;
  const key = Symbol.for(`dawen.${name}`);
  keys.set(name, key);
  return key;
}
