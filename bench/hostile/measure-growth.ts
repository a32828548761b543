import { measureCpu } from "./measure-cpu";

export type Growth = {
  /** Milliseconds of CPU for a quarter of the text, and for all of it. */
  quarter: number;
  full: number;
  /** Whether it grows faster than n·log n. */
  isFast: boolean;
};

/**
 * Measures work on a text and on a quarter of it. The quarter is done four times over, as linear work on the whole
 * takes as long then, and what a machine's clock of CPU time rounds to counts the same. It is tried again before it
 * counts as fast; the least of all tries counts.
 */
export async function measureGrowth(
  work: (text: string) => unknown,
  make: (length: number) => string,
  length: number,
): Promise<Growth> {
  const [shorter, longer] = [make(length / 4), make(length)];
  const growth = { quarter: Number.POSITIVE_INFINITY, full: await measureCpu(work, longer), isFast: false };
  for (let left = tries; left > 0; left--) {
    let four = 0;
    for (let times = 4; times > 0; times--) four += await measureCpu(work, shorter);
    growth.quarter = Math.min(growth.quarter, four / 4);
    growth.isFast = growth.full > slack && growth.full > (4 * growth.quarter + tick) * maxShare;
    if (!growth.isFast) break;
    growth.full = Math.min(growth.full, await measureCpu(work, longer));
  }
  return growth;
}

const tries = 5;
/** Milliseconds that say nothing of growth: a collection of garbage, a first compilation. */
const slack = 25;
/** Milliseconds that some systems round CPU time to. */
const tick = 4;
/** Of four quarters' time n·log n takes 1.2 times as much, the square 4 times. */
const maxShare = 2.5;
