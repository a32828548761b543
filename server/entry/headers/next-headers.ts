import type { IncomingHttpHeaders } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { isInternalHeader } from "./sanitize-headers";

/** What Next's own pages say in these headers; of its other internal ones a browser sends none. */
const wellFormed = new Map<string, (value: string) => boolean>([
  ["rsc", (value) => value === "1"],
  ["next-action", (value) => /^[0-9a-f]{16,128}$/.test(value)],
  // 2 and 3 prefetch at run time, which no page here takes part in.
  ["next-router-prefetch", (value) => value === "1"],
  ["next-router-segment-prefetch", (value) => /^\/[\x21-\x7e]*$/.test(value)],
  ["next-router-state-tree", isRouterState],
  ["next-url", (value) => /^\/[\x21-\x7e]*$/.test(value)],
  // Next says it to itself, when it hands an action to the page that has it.
  ["x-action-forwarded", (value) => value === "1"],
]);

/**
 * Drops the internal headers that no page of ours sends. False when one that they do send is malformed: Next would
 * answer such a request with a 500.
 */
export function checkNextHeaders(headers: IncomingHttpHeaders): boolean {
  for (const name of Object.keys(headers)) {
    if (!isInternalHeader(name)) continue;
    const isWellFormed = wellFormed.get(name);
    const value = headers[name];
    if (!isWellFormed) delete headers[name];
    else if (typeof value !== "string" || !isWellFormed(value)) return false;
  }
  return true;
}

/** Next's own reading of it, so that what passes here passes there. */
function isRouterState(value: string): boolean {
  try {
    return parseAndValidateFlightRouterState(value) !== undefined;
  } catch {
    return false;
  }
}
