import { use } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Check, UserRound } from "@/components/ui/icons";
import { PageActorContext } from "@/components/ui/page-actor";
import type { ChatDesk } from "@/lib/conversations/turns/turn";

/** Who has a chat that somebody took, of one's own who gave it, or that it is closed; nothing of any other. */
export function DeskMark({ desk: { state, assignee, givenBy } }: { desk: ChatDesk }) {
  const words = useDashboardCatalog().chats.desk;
  const isMine = assignee !== null && assignee.id === use(PageActorContext)?.userId;
  const mine = givenBy ? words.givenBy(givenBy) : words.mine;
  if (state !== "taken" && state !== "closed") return null;
  return (
    <span className="inline-flex min-w-0 shrink-0 items-center gap-1 rounded-full bg-surface-2 px-2 text-sm text-ink">
      {state === "closed" ? (
        <Check aria-hidden className="size-3.5 text-ink-soft" />
      ) : (
        <UserRound aria-hidden className="size-3.5 text-accent" />
      )}
      <span className="max-w-32 truncate" translate={state === "taken" && !isMine ? "no" : undefined}>
        {state === "closed" ? words.closed : isMine ? mine : (assignee?.name ?? words.somebody)}
      </span>
    </span>
  );
}
