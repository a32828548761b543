import type { PresencePulse } from "@/lib/conversations/feed/pulse";

/** Tells the team what this member does in a chat. Failing costs nothing: it is said again soon, or over. */
export function sendPresence(id: string, doing: PresencePulse["doing"]): void {
  fetch(`/api/chats/${id}/presence`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ doing }),
    keepalive: true,
  }).catch(() => {});
}
