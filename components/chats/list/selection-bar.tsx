import { useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import { Bot, X } from "@/components/ui/icons";
import type { HandedBack } from "@/lib/conversations/desk/hand-back-chats";
import type { Selection } from "./use-selection";

type SelectionBarProps = { selection: Selection; handBack: FormAction<HandedBack> };

/** How many chats are chosen, and what is done with them at once; afterwards what came of it. */
export function SelectionBar({ selection, handBack }: SelectionBarProps) {
  const words = useDashboardCatalog().chats.selection;
  const run = useAction();
  const [isSending, setIsSending] = useState(false);
  const [handed, setHanded] = useState<HandedBack | null>(null);
  const { ids, isAll, toggleAll, end } = selection;
  const send = async () => {
    if (isSending || ids.size === 0) return;
    setIsSending(true);
    await run(handBack, { conversationIds: [...ids].join(",") }, (result) => {
      setHanded(result);
      selection.clear();
    });
    setIsSending(false);
  };
  return (
    <div className="flex flex-col gap-2 border-t border-line bg-accent-soft px-4 py-2 xl:px-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <label className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={isAll}
            onChange={toggleAll}
            className="size-4 accent-accent pointer-coarse:size-5"
          />
          <span className="text-sm">{words.all}</span>
        </label>
        <span role="status" className="mr-auto text-sm tabular-nums">
          {words.count(ids.size)}
        </span>
        <Button
          size="small"
          variant="primary"
          icon={<Bot aria-hidden className="size-4" />}
          isPending={isSending}
          disabled={ids.size === 0}
          onClick={send}
        >
          <span>{words.handBack}</span>
        </Button>
        <Button size="small" variant="quiet" aria-label={words.end} title={words.end} onClick={end}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      <div role="status">{handed && ids.size === 0 && <Outcome handed={handed} />}</div>
    </div>
  );
}

function Outcome({ handed: { done, taken, already, gone } }: { handed: HandedBack }) {
  const words = useDashboardCatalog().chats.selection;
  const not = taken + already + gone;
  return (
    <div className="text-sm">
      <p>{[words.done(done), not > 0 && words.not(not)].filter(Boolean).join(" ")}</p>
      {not > 0 && (
        <ul className="list-disc pl-5">
          {taken > 0 && <li>{words.taken(taken)}</li>}
          {already > 0 && <li>{words.already(already)}</li>}
          {gone > 0 && <li>{words.gone(gone)}</li>}
        </ul>
      )}
    </div>
  );
}
