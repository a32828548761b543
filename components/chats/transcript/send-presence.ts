import type { PresencePulse } from "@/lib/conversations/feed/pulse";
import { newKey } from "./new-key";

/**
 * Since when this page looks at a chat: what it said there and what comes after it was gone may arrive in any order.
 */
let visit: string | undefined;

/** Tells the team what this member does in a chat. Failing costs nothing: it is said again soon, or over. */
export function sendPresence(id: string, doing: PresencePulse["doing"]): void {
  visit ??= newKey();
  const body = JSON.stringify({ doing, visit });
  if (doing === "gone") visit = undefined;
  fetch(`/api/chats/${id}/presence`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    keepalive: true,
  }).catch(() => {});
}
