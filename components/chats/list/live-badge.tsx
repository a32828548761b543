import type { FeedStatus } from "@/components/live/shared-feed";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Badge, type BadgeTone } from "@/components/ui/badge";

const tones: Record<FeedStatus, BadgeTone> = {
  live: "good",
  delayed: "warn",
  reconnecting: "warn",
  ended: "bad",
};

type LiveBadgeProps = {
  status: FeedStatus;
  /** On phones only the sign, its words for screen readers. */
  isCompact?: boolean;
};

/** Whether what the screen shows is up to date; it says only what is so. */
export function LiveBadge({ status, isCompact = false }: LiveBadgeProps) {
  const words = useDashboardCatalog().chats.live;
  return (
    <span role="status" className="shrink-0">
      <Badge tone={tones[status]} title={words[`${status}Help`]}>
        <span className={isCompact ? "max-sm:sr-only" : ""}>{words[status]}</span>
      </Badge>
    </span>
  );
}
