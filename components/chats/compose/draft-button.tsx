import { useState } from "react";
import type { DeskActions } from "@/components/chats/desk-actions";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { useAction } from "@/components/ui/form/use-action";
import { TextQuote } from "@/components/ui/icons";
import { useToast } from "@/components/ui/toast/use-toast";

type DraftButtonProps = {
  conversationId: string;
  action: DeskActions["draftReply"];
  /** Only into an empty reply. */
  isEmpty: boolean;
  put: (text: string) => void;
};

/** Puts what the bot's documents say to the visitor's question into the reply, for the member to send or change. */
export function DraftButton({ conversationId, action, isEmpty, put }: DraftButtonProps) {
  const words = useDashboardCatalog().chats.draft;
  const run = useAction();
  const showToast = useToast();
  const [isLooking, setIsLooking] = useState(false);
  const look = async () => {
    if (!isEmpty || isLooking) return;
    setIsLooking(true);
    await run(action, { conversationId }, (found) =>
      found ? put(found.text) : showToast({ message: words.none }),
    );
    setIsLooking(false);
  };
  return (
    <Button
      size="small"
      variant="quiet"
      icon={<TextQuote aria-hidden className="size-4" />}
      title={isEmpty ? words.help : words.onlyEmpty}
      disabled={!isEmpty}
      isPending={isLooking}
      onClick={look}
    >
      <span className="max-sm:sr-only">{words.title}</span>
    </Button>
  );
}
