import { useState } from "react";
import type { DeskActions } from "@/components/chats/desk-actions";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { buttonClass } from "@/components/ui/button/button-class";
import { Dialog } from "@/components/ui/dialog";
import { useAction } from "@/components/ui/form/use-action";
import { Download, Trash2 } from "@/components/ui/icons";
import { useCatalog } from "@/components/ui/words/use-catalog";

type ChatRemovalProps = { conversationId: string; remove: DeskActions["remove"] };

/**
 * What an owner does with a chat as a whole: has it as a file, or deletes it for good, which is asked again.
 * Nothing for others.
 */
export function ChatRemoval({ conversationId, remove }: ChatRemovalProps) {
  const words = useDashboardCatalog().chats.file;
  const { common } = useCatalog();
  const run = useAction();
  const [isAsking, setIsAsking] = useState(false);
  const [isSending, setIsSending] = useState(false);
  if (!remove) return null;
  const send = async () => {
    setIsSending(true);
    await run(remove, { conversationId }, () => setIsAsking(false));
    setIsSending(false);
  };
  return (
    <section className="flex flex-wrap gap-2">
      <a
        href={`/api/chats/${conversationId}/export`}
        download
        className={buttonClass({ variant: "secondary", size: "small" })}
      >
        <Download aria-hidden className="size-4" />
        <span>{words.export}</span>
      </a>
      <Button
        size="small"
        variant="quiet"
        icon={<Trash2 aria-hidden className="size-4" />}
        onClick={() => setIsAsking(true)}
      >
        <span>{words.delete}</span>
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={words.deleteTitle}
        description={words.deleteHelp}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{common.cancel}</Button>
            <Button variant="danger" isPending={isSending} onClick={() => void send()}>
              {words.deleteNow}
            </Button>
          </>
        }
      />
    </section>
  );
}
