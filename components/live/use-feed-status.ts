import { use, useSyncExternalStore } from "react";
import { LiveContext } from "./live-provider";
import type { FeedStatus } from "./shared-feed";

/** How things stand with the live line; it says "live" only while it is. */
export function useFeedStatus(): FeedStatus {
  const { feed } = use(LiveContext);
  return useSyncExternalStore<FeedStatus>(
    feed?.subscribeStatus ?? subscribeToNothing,
    feed?.getStatus ?? isConnecting,
    isConnecting,
  );
}

function subscribeToNothing(): () => void {
  return () => {};
}

function isConnecting(): FeedStatus {
  return "reconnecting";
}
