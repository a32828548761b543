import { createHash } from "node:crypto";

/**
 * The part of a UUIDv7 that isn't its time, `7xxx-8xxx-xxxxxxxxxxxx`, from what tells one writing from another: what is
 * sent again, for its answer was lost, is found by it.
 */
export function turnTail(...parts: string[]): string {
  const hex = createHash("sha256").update(parts.join("/")).digest("hex");
  return `7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

/** Of some rows the one that was written just now, else the one that the same writing made when it came first. */
export function findWritten<Row extends { id: string }>(
  rows: readonly Row[],
  written: { id: string } | undefined,
  tail: string,
): Row | undefined {
  return rows.find(({ id }) => (written ? id === written.id : id.endsWith(tail)));
}
