import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Ban } from "@/components/ui/icons";

/** Says that what a chat's visitor writes reaches nobody. */
export function BlockedMark() {
  return (
    <span className="inline-flex shrink-0 items-center gap-1 rounded-full bg-surface-2 px-2 text-sm text-ink">
      <Ban aria-hidden className="size-3.5 text-bad" />
      {useDashboardCatalog().chats.blocked.mark}
    </span>
  );
}
