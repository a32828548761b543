import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/icons";
import { useCatalog } from "@/components/ui/use-catalog";

/** Says that the open chat's visitor wants a person; a member marks it as handled, and the feed takes it from all screens. */
export function WaitingForPerson({ id }: { id: string }) {
  const words = useCatalog().chats;
  const [state, setState] = useState<"idle" | "sending" | "failed">("idle");
  const markHandled = async () => {
    setState("sending");
    const isDone = await fetch(`/api/chats/${id}/handled`, { method: "POST" }).then(
      ({ ok }) => ok,
      () => false,
    );
    // Until the feed has told it, the button stays as it is.
    if (!isDone) setState("failed");
  };
  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      {state === "failed" && (
        <p role="alert" className="text-sm text-bad">
          {words.transcript.handledFailed}
        </p>
      )}
      <span className="max-sm:sr-only">
        <Badge tone="accent">{words.list.waiting}</Badge>
      </span>
      <Button
        size="small"
        variant="secondary"
        icon={<Check aria-hidden className="size-4" />}
        isPending={state === "sending"}
        onClick={markHandled}
      >
        {words.transcript.handled}
      </Button>
    </div>
  );
}
