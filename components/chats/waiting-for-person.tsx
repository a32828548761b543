import { useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { Check } from "@/components/ui/icons";
import { useToast } from "@/components/ui/toast/use-toast";
import { WaitingTime } from "./waiting-time";

/** Says that the open chat's visitor wants a person; a member marks it as handled, and the feed takes it from all screens. */
export function WaitingForPerson({ id, wantedAt }: { id: string; wantedAt: number }) {
  const words = useDashboardCatalog().chats.transcript;
  const showToast = useToast();
  const [isSending, setIsSending] = useState(false);
  const markHandled = async () => {
    setIsSending(true);
    const isDone = await fetch(`/api/chats/${id}/handled`, { method: "POST" }).then(
      ({ ok }) => ok,
      () => false,
    );
    // Until the feed has told it, the button stays as it is.
    if (isDone) return;
    setIsSending(false);
    showToast({ message: words.handledFailed, tone: "bad" });
  };
  return (
    <div className="flex shrink-0 items-center gap-2">
      <span className="max-sm:sr-only">
        <WaitingTime wantedAt={wantedAt} />
      </span>
      <Button
        size="small"
        variant="secondary"
        icon={<Check aria-hidden className="size-4" />}
        isPending={isSending}
        onClick={markHandled}
      >
        <span>{words.handled}</span>
      </Button>
    </div>
  );
}
