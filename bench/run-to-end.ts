const stops: (() => unknown)[] = [];

/** Says how to stop what was started; the last is stopped first. */
export function atEnd(...more: (() => unknown)[]): void {
  stops.push(...more);
}

/**
 * Runs a bench and ends the process, with 1 when it missed its bars. What was started is stopped at the end, on a
 * fault, and when the run is told to stop.
 */
export async function runToEnd(run: () => Promise<boolean>): Promise<never> {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void stopAll().finally(() => process.exit(1)));
  let isWithin = false;
  try {
    isWithin = await run();
  } finally {
    await stopAll();
  }
  process.exit(isWithin ? 0 : 1);
}

async function stopAll(): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}
