/** The same function, except that what it throws or rejects with ends in the console instead of in the host page. */
export function safe<A extends unknown[]>(run: (...args: A) => unknown): (...args: A) => Promise<void> {
  return async (...args) => {
    try {
      await run(...args);
    } catch (error) {
      console.warn("[dawen]", error);
    }
  };
}
