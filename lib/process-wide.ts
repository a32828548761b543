/**
 * One value a process under a name, made on first use: Next may load several copies of a module, and they must share
 * the database, the KV client and their watchers. The caller uses one type per name; nothing else writes these keys.
 */
export function processWide<T>(name: string, create: () => T): T {
  const key = keyOf(name);
  const registry = globalThis as unknown as Record<symbol, T | undefined>;
  const existing = registry[key];
  if (existing !== undefined) return existing;
  const created = create();
  registry[key] = created;
  return created;
}

/** Sets the value that `processWide` returns under the name from now on. */
export function setProcessWide<T>(name: string, value: T): void {
  const registry = globalThis as unknown as Record<symbol, T | undefined>;
  registry[keyOf(name)] = value;
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
