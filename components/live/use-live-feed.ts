import { use, useEffect, useEffectEvent } from "react";
import type { Pulse } from "@/lib/conversations/feed/pulse";
import { LiveContext } from "./live-provider";
import type { FeedListener } from "./shared-feed";

/** Follows the team's live events from a position on. */
export function useLiveFeed(position: string, { onEvent, onReset, onPulse }: FeedListener): void {
  const { feed } = use(LiveContext);
  const handleEvent = useEffectEvent(onEvent);
  const handleReset = useEffectEvent(onReset);
  const handlePulse = useEffectEvent((pulse: Pulse) => onPulse?.(pulse));
  useEffect(
    () =>
      feed?.follow(position, {
        onEvent: (event) => handleEvent(event),
        onReset: () => handleReset(),
        onPulse: (pulse) => handlePulse(pulse),
      }),
    [feed, position],
  );
}
