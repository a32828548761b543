import { use } from "react";
import { useFace } from "@/components/chats/desk/faces";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Avatar } from "@/components/ui/avatar/avatar";
import { AlarmClock, Check, UserRound } from "@/components/ui/icons";
import { PageActorContext } from "@/components/ui/page-actor";
import type { ChatDesk } from "@/lib/conversations/turns/turn";
import { SnoozedUntil } from "./snoozed-until";

/**
 * Who has a chat that somebody took, of one's own who gave it or that it is back, until when it is snoozed, or that it
 * is closed; nothing of any other.
 */
export function DeskMark({ desk: { state, at, assignee, givenBy, until } }: { desk: ChatDesk }) {
  const { desk: words, snooze } = useDashboardCatalog().chats;
  const isMine = assignee !== null && assignee.id === use(PageActorContext)?.userId;
  const face = useFace(assignee?.id);
  if (state === "snoozed" && until) return <SnoozedUntil until={until} />;
  if (state !== "taken" && state !== "closed") return null;
  const isBack = state === "taken" && isMine && until != null;
  const mine = givenBy ? words.givenBy(givenBy) : isBack ? snooze.back : words.mine;
  const Icon = state === "closed" ? Check : isBack ? AlarmClock : UserRound;
  return (
    <span
      title={isBack ? (until <= at ? snooze.backByTime : snooze.backByWords) : undefined}
      className="inline-flex min-w-0 shrink-0 items-center gap-1 rounded-full bg-surface-2 px-2 text-sm text-ink"
    >
      {assignee && face && !isBack && state === "taken" ? (
        <span className="-ml-1.5">
          <Avatar name={assignee.name} imageUrl={face} size="tiny" />
        </span>
      ) : (
        <Icon aria-hidden className={`size-3.5 ${state === "closed" ? "text-ink-soft" : "text-accent"}`} />
      )}
      <span className="max-w-32 truncate" translate={state === "taken" && !isMine ? "no" : undefined}>
        {state === "closed" ? words.closed : isMine ? mine : (assignee?.name ?? words.somebody)}
      </span>
    </span>
  );
}
