"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { FeedEvent } from "@/lib/conversations/turn";

export type FeedStatus = "live" | "delayed" | "reconnecting";

type Handlers = {
  onEvent: (event: FeedEvent) => void;
  /** Events were lost to this screen: read the lists again. */
  onReset: () => void;
};

const silenceMs = 40_000;
const retryMs = 1_000;
const maxRetryMs = 15_000;

/**
 * Follows the team's live events from a position on. The browser reconnects by itself and resumes; where it gives up (an
 * error status) or the line goes silent, a new connection is made from the last position seen.
 */
export function useTeamFeed(position: string, { onEvent, onReset }: Handlers): FeedStatus {
  const [status, setStatus] = useState<FeedStatus>("reconnecting");
  const handleEvent = useEffectEvent(onEvent);
  const handleReset = useEffectEvent(onReset);

  useEffect(() => {
    let last = position;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let retry = retryMs;

    const connect = () => {
      source?.close();
      source = new EventSource(`/api/live?after=${last}`);
      source.onopen = () => {
        retry = retryMs;
        setStatus("live");
        expectNews();
      };
      source.onmessage = (message: MessageEvent<string>) => {
        last = message.lastEventId;
        expectNews();
        handleEvent(parseFeedEvent(message.data));
      };
      source.addEventListener("reset", (message) => {
        if (message instanceof MessageEvent) last = message.lastEventId;
        handleReset();
      });
      source.addEventListener("alive", expectNews);
      source.addEventListener("status", (message) => {
        setStatus(message instanceof MessageEvent && isDelayed(message.data) ? "delayed" : "live");
      });
      source.onerror = () => {
        setStatus("reconnecting");
        if (source?.readyState === EventSource.CLOSED) reconnectLater();
      };
    };
    const reconnectLater = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        connect();
        handleReset();
      }, retry);
      retry = Math.min(retry * 2, maxRetryMs);
    };
    const expectNews = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        setStatus("reconnecting");
        connect();
      }, silenceMs);
    };

    connect();
    window.addEventListener("online", connect);
    return () => {
      window.removeEventListener("online", connect);
      clearTimeout(timer);
      source?.close();
    };
  }, [position]);

  return status;
}

function isDelayed(data: string): boolean {
  return JSON.parse(data).isDelayed === true;
}

/** Our own server wrote the event as a FeedEvent. */
function parseFeedEvent(data: string): FeedEvent {
  return JSON.parse(data);
}
