/** Runs a generator of steps at once and returns what it returns. */
export function runSteps<T>(steps: Iterator<void, T, void>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
