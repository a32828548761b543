import { openFeedStream } from "./open-feed-stream";
import type { FeedHost, TabMessage } from "./shared-feed";

/** @param name of the line between the tabs that show the same team to the same member */
export function browserFeedHost(name: string): FeedHost {
  return {
    openStream: openFeedStream,
    openChannel: (onMessage) => {
      if (!("BroadcastChannel" in window)) return null;
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }: MessageEvent<TabMessage>) => onMessage(data);
      return { post: (message) => channel.postMessage(message), close: () => channel.close() };
    },
    isVisible: () => document.visibilityState === "visible",
  };
}
