/** The pattern with its {n}. */
export function fill(pattern: string, n: number | string): string {
  return pattern.replace("{n}", () => `${n}`);
}
