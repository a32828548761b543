import { type ReadingFault, readingFaults } from "./reading";

/** A file can't be read, for a reason that has words. */
export class ReadingError extends Error {
  override name = "ReadingError";
  constructor(
    readonly fault: ReadingFault,
    options?: ErrorOptions,
  ) {
    super(fault, options);
  }
}

/** The fault of what was thrown, `broken` for what a library threw: what it reads comes from foreigners. */
export function faultOfError(error: unknown): ReadingFault {
  if (typeof error !== "object" || error === null || !("fault" in error)) return "broken";
  return readingFaults.find((fault) => fault === error.fault) ?? "broken";
}
