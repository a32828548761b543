/** The first that passes: old libraries put another `find` into every array of the page. */
export function find<T>(list: readonly T[], test: (one: T) => unknown): T | undefined {
  for (const one of list) if (test(one)) return one;
  return undefined;
}
