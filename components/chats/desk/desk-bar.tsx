import { BlockedMark } from "@/components/chats/list/blocked-mark";
import { DeskMark } from "@/components/chats/list/desk-mark";
import { SnoozedUntil } from "@/components/chats/list/snoozed-until";
import { WaitingTime } from "@/components/chats/list/waiting-time";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { buttonClass } from "@/components/ui/button/button-class";
import { AlarmClock, Ban, Bot, Check, Hand, MoreVertical, UserRoundPlus } from "@/components/ui/icons";
import { Menu } from "@/components/ui/menu/menu";
import { MenuButton } from "@/components/ui/menu/menu-button";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import type { DeskMoves } from "./use-desk-moves";

type DeskBarProps = {
  chat: Pick<ChatSummary, "desk" | "isBlocked">;
  moves: DeskMoves;
  openAssign: () => void;
  openSnooze: () => void;
};

/** On a phone, where the bar has no room for it: when the open chat comes back. */
export function SnoozedLine({ desk: { state, until } }: Pick<ChatSummary, "desk">) {
  if (state !== "snoozed" || !until) return null;
  return (
    <p className="border-b border-line px-4 py-2 sm:hidden">
      <SnoozedUntil until={until} />
    </p>
  );
}

/**
 * Says who has the open chat, and lets a member take it, give it to another, hand it back, put it off or
 * close it; the feed tells all screens.
 */
export function DeskBar({ chat, moves, openAssign, openSnooze }: DeskBarProps) {
  const { can, isTaking, isMine, take, handBack, close, wake, block, unblock } = moves;
  const { desk: words, blocked, snooze } = useDashboardCatalog().chats;
  const { state, at } = chat.desk;
  const isTheirs = state === "taken" && !isMine;
  const isSnoozed = state === "snoozed";
  return (
    <div className="flex shrink-0 items-center gap-2">
      <span
        className={isTheirs || chat.isBlocked ? "min-w-0" : isSnoozed ? "max-sm:hidden" : "max-sm:sr-only"}
      >
        {chat.isBlocked ? (
          <BlockedMark />
        ) : state === "waiting" ? (
          <WaitingTime wantedAt={at} />
        ) : (
          <DeskMark desk={chat.desk} />
        )}
      </span>
      {can.take && (
        <Button
          size="small"
          variant={state === "waiting" ? "primary" : "secondary"}
          icon={<Hand aria-hidden className="size-4" />}
          isPending={isTaking}
          data-desk-take=""
          onClick={take}
        >
          <span>{words.take}</span>
        </Button>
      )}
      <Menu
        trigger={<MoreVertical aria-hidden className="size-5" />}
        label={words.more}
        triggerClassName={buttonClass({ variant: "quiet", size: "small" })}
      >
        <MenuButton onClick={openAssign}>
          <UserRoundPlus aria-hidden />
          {words.assign}
        </MenuButton>
        {can.handBack && (
          <MenuButton onClick={handBack}>
            <Bot aria-hidden />
            {words.handBack}
          </MenuButton>
        )}
        {can.wake && (
          <MenuButton onClick={wake}>
            <AlarmClock aria-hidden />
            {snooze.wake}
          </MenuButton>
        )}
        {can.snooze && (
          <MenuButton onClick={openSnooze}>
            <AlarmClock aria-hidden />
            {snooze.action}
          </MenuButton>
        )}
        {can.close && (
          <MenuButton onClick={close}>
            <Check aria-hidden />
            {words.close}
          </MenuButton>
        )}
        {(can.block || chat.isBlocked) && (
          <MenuButton onClick={chat.isBlocked ? unblock : block}>
            <Ban aria-hidden />
            {chat.isBlocked ? blocked.unblock : blocked.block}
          </MenuButton>
        )}
      </Menu>
    </div>
  );
}
