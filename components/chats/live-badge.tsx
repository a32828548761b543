import { Badge } from "@/components/ui/badge";
import { useCatalog } from "@/components/ui/use-catalog";
import type { FeedStatus } from "./use-team-feed";

export function LiveBadge({ status }: { status: FeedStatus }) {
  const words = useCatalog().chats.live;
  return (
    <span role="status">
      {status === "live" ? (
        <Badge tone="good" title={words.liveHelp}>
          {words.live}
        </Badge>
      ) : (
        <Badge tone="warn" title={words.reconnectingHelp}>
          {words.reconnecting}
        </Badge>
      )}
    </span>
  );
}
