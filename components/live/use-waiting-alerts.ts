import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { paths } from "@/lib/paths";
import type { AlertSettings } from "@/lib/teams/alerts/get-alert-settings";
import { isQuiet } from "@/lib/teams/alerts/is-quiet";
import { canChime, playChime, unlockChime } from "./play-chime";

/** While one tab holds a wait, no other one tells of it. */
const holdMs = 3_000;
/** What has waited for longer arrives late, after a sleep: the counts tell of it. */
const freshMs = 60_000;

/**
 * Tells by sound, and by a notification where the browser may show one, of a chat that began to wait, of a bot of which
 * the member wants to know, that a colleague gave to this member, or that was snoozed and is back with them; in one of
 * the browser's tabs.
 */
export function useWaitingAlerts(
  userId: string,
  { sound, quiet, timeZone, muted }: AlertSettings,
): (chat: ChatSummary) => void {
  const words = useDashboardCatalog().account.alerts;
  const router = useRouter();
  const told = useRef(new Set<string>());
  useEffect(() => {
    const gestures = ["pointerdown", "keydown"] as const;
    for (const gesture of gestures) window.addEventListener(gesture, unlockChime);
    return () => {
      for (const gesture of gestures) window.removeEventListener(gesture, unlockChime);
    };
  }, []);

  const show = (chat: ChatSummary, title: string) => {
    if (sound) playChime();
    if (document.hasFocus() || !("Notification" in window) || Notification.permission !== "granted") return;
    try {
      const note = new Notification(title, { body: chat.lastAsked.slice(0, 200), tag: chat.id });
      note.onclick = () => {
        window.focus();
        note.close();
        router.push(`${paths.chats}/${chat.id}`);
      };
    } catch {
      // Browsers on phones show none from a page.
    }
  };

  return (chat) => {
    const { state, at, assignee, givenBy, until } = chat.desk;
    const wait = `${chat.id}:${at}`;
    const isMine = state === "taken" && assignee?.id === userId;
    const isTold = isMine && (givenBy != null || until != null);
    const isWaiting = state === "waiting" && !muted.includes(chat.botId);
    if ((!isWaiting && !isTold) || told.current.has(wait) || Date.now() - at > freshMs) return;
    told.current.add(wait);
    if (isQuiet(quiet, Date.now(), timeZone)) return;
    const title = isWaiting ? words.waiting : givenBy != null ? words.given(givenBy) : words.returned;
    setTimeout(() => void inOneTab(wait, () => show(chat, title)), rank());
  };
}

/** The tab that is looked at and can be heard is the first. */
function rank(): number {
  return (document.hasFocus() ? 0 : 200) + (canChime() ? 0 : 400);
}

async function inOneTab(wait: string, tell: () => void): Promise<void> {
  // Over plain HTTP there are no locks: each tab tells then.
  if (!("locks" in navigator)) return tell();
  await navigator.locks.request(`waiting:${wait}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    tell();
    await new Promise((resolve) => setTimeout(resolve, holdMs));
  });
}
