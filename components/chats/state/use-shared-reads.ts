import { useEffect, useEffectEvent, useRef } from "react";
import type { ReadPosition } from "@/lib/conversations/turns/turn";

/** By a chat's id how far it was read. */
export type Reads = Record<string, ReadPosition>;

/**
 * What this member read in another tab of the browser counts as read here. Returns what tells the other tabs of what
 * was read in this one.
 */
export function useSharedReads(userId: string, onReads: (reads: Reads) => void): (reads: Reads) => void {
  const channel = useRef<BroadcastChannel | null>(null);
  const take = useEffectEvent(onReads);
  useEffect(() => {
    if (!("BroadcastChannel" in window)) return;
    const opened = new BroadcastChannel(`reads:${userId}`);
    opened.onmessage = ({ data }: MessageEvent<Reads>) => take(data);
    channel.current = opened;
    return () => {
      channel.current = null;
      opened.close();
    };
  }, [userId]);
  return (reads) => channel.current?.postMessage(reads);
}
