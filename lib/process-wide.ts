/**
 * One value a process under a name, made on first use: Next may load several copies of a module, and they must share
 * the database, the KV client and their watchers. The caller uses one type per name; nothing else writes these keys.
 */
export function processWide<T>(name: string, create: () => T): T {
  const key = Symbol.for(`dawen.${name}`);
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
  registry[Symbol.for(`dawen.${name}`)] = value;
}
