import { use, useEffect, useEffectEvent } from "react";
import { LiveContext } from "./live-provider";
import type { FeedListener } from "./shared-feed";

/** Follows the team's live events from a position on. */
export function useLiveFeed(position: string, { onEvent, onReset }: FeedListener): void {
  const { feed } = use(LiveContext);
  const handleEvent = useEffectEvent(onEvent);
  const handleReset = useEffectEvent(onReset);
  useEffect(
    () => feed?.follow(position, { onEvent: (event) => handleEvent(event), onReset: () => handleReset() }),
    [feed, position],
  );
}
