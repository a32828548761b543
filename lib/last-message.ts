import { processWide } from "./process-wide";

const last = () => processWide("last-message", () => ({ at: Number.NEGATIVE_INFINITY }));

/** A visitor wrote: what can wait makes room. */
export function noteMessage(): void {
  last().at = performance.now();
}

/** Milliseconds since a visitor wrote to this process last. */
export function sinceLastMessage(): number {
  return performance.now() - last().at;
}
