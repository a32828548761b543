import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import type { Turn } from "@/lib/conversations/turns/turn";

/** Whether a reply has reached its visitor, and how; what couldn't be mailed says why. */
export function ReplyMailState({ mail: { state, fault } }: { mail: NonNullable<Turn["mail"]> }) {
  const words = useDashboardCatalog().chats.replyMail;
  const reasons: Readonly<Record<string, string>> = words.faults;
  const reason = fault === null ? null : (reasons[fault] ?? words.faults.other);
  const isBad = state === "failed" || reason !== null;
  return (
    <p data-reply-mail={state} className={`text-sm ${isBad ? "text-bad" : "text-ink-soft"}`}>
      {state === "failed"
        ? words.failed(reason ?? words.faults.other)
        : state === "queued" && reason !== null
          ? words.queuedAgain(reason)
          : words[state]}
    </p>
  );
}
