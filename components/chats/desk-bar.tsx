import { use, useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { buttonClass } from "@/components/ui/button/button-class";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import { Bot, Check, Hand, MoreVertical } from "@/components/ui/icons";
import { Menu } from "@/components/ui/menu/menu";
import { MenuButton } from "@/components/ui/menu/menu-button";
import { PageActorContext } from "@/components/ui/page-actor";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import type { DeskActions } from "./desk-actions";
import { DeskMark } from "./desk-mark";
import { WaitingTime } from "./waiting-time";

type DeskBarProps = { chat: Pick<ChatSummary, "id" | "desk">; actions: DeskActions };

/** Says who has the open chat, and lets a member take it, hand it back or close it; the feed tells all screens. */
export function DeskBar({ chat, actions }: DeskBarProps) {
  const words = useDashboardCatalog().chats.desk;
  const userId = use(PageActorContext)?.userId;
  const run = useAction();
  const [isSending, setIsSending] = useState(false);
  const { state, at, assignee } = chat.desk;
  const isMine = state === "taken" && assignee?.id === userId;
  const isTheirs = state === "taken" && !isMine;
  const move = async (action: FormAction<void>) => {
    if (isSending) return;
    const form = new FormData();
    form.set("conversationId", chat.id);
    setIsSending(true);
    await run(action, form);
    setIsSending(false);
  };
  return (
    <div className="flex shrink-0 items-center gap-2">
      <span className={isTheirs ? "min-w-0" : "max-sm:sr-only"}>
        {state === "waiting" ? <WaitingTime wantedAt={at} /> : <DeskMark desk={chat.desk} />}
      </span>
      {state !== "taken" && (
        <Button
          size="small"
          variant={state === "waiting" ? "primary" : "secondary"}
          icon={<Hand aria-hidden className="size-4" />}
          isPending={isSending}
          onClick={() => move(actions.take)}
        >
          <span>{words.take}</span>
        </Button>
      )}
      {!isTheirs && state !== "closed" && (
        <Menu
          trigger={<MoreVertical aria-hidden className="size-5" />}
          label={words.more}
          triggerClassName={buttonClass({ variant: "quiet", size: "small" })}
        >
          {(isMine || state === "waiting") && (
            <MenuButton onClick={() => move(actions.handBack)}>
              <Bot aria-hidden />
              {words.handBack}
            </MenuButton>
          )}
          <MenuButton onClick={() => move(actions.close)}>
            <Check aria-hidden />
            {words.close}
          </MenuButton>
        </Menu>
      )}
    </div>
  );
}
