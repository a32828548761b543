import { setImmediate } from "node:timers/promises";

/**
 * Runs work that yields after a few milliseconds each, and lets other work in between. Returns what the generator
 * returns.
 */
export async function inSlices<T>(steps: Iterator<void, T, void>): Promise<T> {
  await setImmediate();
  let sliceEnd = performance.now() + sliceMs;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() < sliceEnd) continue;
    await setImmediate();
    sliceEnd = performance.now() + sliceMs;
  }
}

/** A request that comes meanwhile takes some turns of the event loop, and waits for a slice in each. */
const sliceMs = 5;
