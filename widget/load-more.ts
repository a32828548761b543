import { isRecord } from "./json";
import type * as More from "./more";

const PATIENCE_MS = 4_000;

/**
 * Loads widget/more.js, what only a conversation under way needs. Null when it can't be had, for lack of a network say:
 * answers are plain text then. Never rejects.
 */
export async function loadMore(origin: string): Promise<typeof More | null> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const found: unknown = await Promise.race([import(`${origin}/widget/more.js`).catch(() => {}), patience]);
  return isMore(found) ? found : null;
}

/** more.js is built from more.ts of the same source; having one of its exports, it is that module. */
function isMore(found: unknown): found is typeof More {
  return isRecord(found) && "fillAnswer" in found;
}
