import { processWide } from "./process-wide";

const running = () => processWide("background-work", () => new Set<Promise<unknown>>());

/** Lets work go on after its answer has gone out; a process that stops waits for it. The work must not reject. */
export function keepWorking(work: Promise<unknown>): void {
  const all = running();
  all.add(work);
  void work.finally(() => all.delete(work));
}

/** Resolves when all that goes on now is done. */
export async function backgroundWorkDone(): Promise<void> {
  await Promise.all(running());
}
