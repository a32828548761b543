import { Badge, type BadgeTone } from "@/components/ui/badge";
import { useCatalog } from "@/components/ui/use-catalog";
import type { FeedStatus } from "./use-team-feed";

const tones: Record<FeedStatus, BadgeTone> = { live: "good", delayed: "warn", reconnecting: "warn" };

/** Whether what the screen shows is up to date; it says only what is so. */
export function LiveBadge({ status }: { status: FeedStatus }) {
  const words = useCatalog().chats.live;
  return (
    <span role="status">
      <Badge tone={tones[status]} title={words[`${status}Help`]}>
        {words[status]}
      </Badge>
    </span>
  );
}
