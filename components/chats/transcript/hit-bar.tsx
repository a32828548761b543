import type { Hits } from "@/components/chats/state/use-hits";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { ArrowDown, ArrowUp } from "@/components/ui/icons";

/** Leads through the turns of the open chat that hold what is searched for; nothing where none does. */
export function HitBar({ hits: { turns, at, step }, search }: { hits: Hits; search: string }) {
  const words = useDashboardCatalog().chats.hits;
  if (turns.length === 0) return null;
  return (
    <div className="flex items-center gap-2 border-b border-line bg-surface px-4 py-1.5 text-sm xl:px-6">
      <p role="status" translate="no" className="min-w-0 flex-1 truncate">
        {`${search} · ${words.count(at + 1, turns.length)}`}
      </p>
      <Button variant="quiet" size="small" aria-label={words.previous} onClick={() => step(-1)}>
        <ArrowUp aria-hidden className="size-4" />
      </Button>
      <Button variant="quiet" size="small" aria-label={words.next} onClick={() => step(1)}>
        <ArrowDown aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
