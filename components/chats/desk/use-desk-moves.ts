import { use, useState } from "react";
import type { DeskActions } from "@/components/chats/desk-actions";
import { formatUntil } from "@/components/chats/list/format-until";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { useAction } from "@/components/ui/form/use-action";
import { useOnce } from "@/components/ui/form/use-once";
import { useForgetToasts, useToast } from "@/components/ui/toast/use-toast";
import { LocaleContext } from "@/components/ui/words/locale-provider";
import type { ChatViewer } from "@/lib/conversations/inbox/query/is-in-query";
import { snoozeTime } from "@/lib/conversations/snooze/snooze-time";
import type { ChatSummary } from "@/lib/conversations/turns/turn";

export type DeskMoves = {
  /** What this member may do with the chat as it stands. */
  can: Record<"take" | "handBack" | "close" | "snooze" | "wake" | "block", boolean>;
  isMine: boolean;
  isTaking: boolean;
  /** The chat that this member took here last. */
  takenId: string | null;
  take: () => Promise<void>;
  handBack: () => Promise<void>;
  close: () => Promise<void>;
  /** @param until one of `snoozeChoices`, or a time as the team's clocks show it */
  snooze: (until: string) => Promise<void>;
  wake: () => Promise<void>;
  /** Gives it to a member. */
  assign: (userId: string) => Promise<void>;
  block: () => Promise<void>;
  unblock: () => Promise<void>;
};

/**
 * Takes the open chat, gives it to a member, hands it back, closes it, puts it off, and blocks its visitor; what was
 * closed or put off can be had back from the notice that says so.
 */
export function useDeskMoves(
  chat: Pick<ChatSummary, "id" | "desk" | "isBlocked"> | undefined,
  { userId, timeZone }: ChatViewer,
  actions: DeskActions,
): DeskMoves {
  const { desk: words, blocked, snooze: snoozeWords } = useDashboardCatalog().chats;
  const { locale } = use(LocaleContext);
  const run = useAction();
  const showToast = useToast();
  const forgetToasts = useForgetToasts();
  const { once, isUnderWay } = useOnce();
  const [takenId, setTakenId] = useState<string | null>(null);
  const state = chat?.desk.state;
  const isMine = state === "taken" && chat?.desk.assignee?.id === userId;
  const isOpenToMe = state !== undefined && (state !== "taken" || isMine);
  const can = {
    take: state !== undefined && state !== "taken",
    handBack: isMine || state === "waiting" || state === "snoozed",
    close: isOpenToMe && state !== "closed",
    snooze: isOpenToMe && state !== "closed",
    wake: state === "snoozed",
    block: isOpenToMe && !chat?.isBlocked,
  };

  const move = async (action: "take" | "handBack" | "close" | "wake", onDone?: (id: string) => void) => {
    if (!chat || !can[action]) return;
    const { id } = chat;
    await once(`${action} ${id}`, () =>
      run(actions[action], { conversationId: id }, () => {
        forgetToasts(id);
        onDone?.(id);
      }),
    );
  };
  const close = () => {
    const undo = state === "bot" ? actions.handBack : actions.take;
    return move("close", (id) =>
      showToast({
        message: words.wasClosed,
        about: id,
        action: { label: words.reopen, run: () => void run(undo, { conversationId: id }) },
      }),
    );
  };
  const snooze = async (until: string) => {
    if (!chat || !can.snooze) return;
    const { id } = chat;
    const undo = state === "bot" ? actions.handBack : actions.wake;
    const time = formatUntil(snoozeTime(until, Date.now(), timeZone) ?? 0, locale, timeZone);
    await once(`snooze ${id} ${until}`, () =>
      run(actions.snooze, { conversationId: id, until }, () =>
        showToast({
          message: snoozeWords.done(time),
          about: id,
          action: { label: snoozeWords.undo, run: () => void run(undo, { conversationId: id }) },
        }),
      ),
    );
  };
  const assign = async (to: string) => {
    if (!chat) return;
    const { id, desk } = chat;
    const fields = { conversationId: id, userId: to, from: desk.assignee?.id ?? "" };
    await once(`assign ${id} ${to}`, () =>
      run(actions.assign, fields, () => to === userId && setTakenId(id)),
    );
  };
  const setBlocked = async (action: "block" | "unblock") => {
    if (!chat) return;
    const { id } = chat;
    await once(`${action} ${id}`, () =>
      run(actions[action], { conversationId: id }, () =>
        showToast(
          action === "unblock"
            ? { message: blocked.unblocked }
            : {
                message: blocked.done,
                action: { label: blocked.undo, run: () => void run(actions.unblock, { conversationId: id }) },
              },
        ),
      ),
    );
  };
  return {
    can,
    isMine,
    isTaking: chat !== undefined && isUnderWay(`take ${chat.id}`),
    takenId,
    take: () => move("take", setTakenId),
    handBack: () => move("handBack"),
    close,
    snooze,
    wake: () => move("wake"),
    assign,
    block: () => setBlocked("block"),
    unblock: () => setBlocked("unblock"),
  };
}
