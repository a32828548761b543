/** Milliseconds of a quarter-hour, the step in which counts are kept. */
export const quarterMs = 15 * 60_000;

/** When the quarter-hour begins in which that is; both Unix milliseconds. */
export function startOfQuarter(ms: number): number {
  return Math.floor(ms / quarterMs) * quarterMs;
}
