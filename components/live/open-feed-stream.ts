import { parseEvents, type StreamEvent } from "./parse-events";

export type StreamHandlers = {
  onOpen: () => void;
  onEvent: (event: StreamEvent) => void;
  /** The line ended, or never came about; null where there was no answer. */
  onEnd: (status: number | null) => void;
};

/**
 * Reads a `text/event-stream` by fetch, which tells how a request was refused. Returns how to close it; then nothing
 * more is told.
 */
export function openFeedStream(url: string, { onOpen, onEvent, onEnd }: StreamHandlers): () => void {
  const closing = new AbortController();
  const read = async () => {
    let status: number | null = null;
    try {
      const response = await fetch(url, {
        headers: { accept: "text/event-stream" },
        cache: "no-store",
        signal: closing.signal,
      });
      status = response.status;
      if (!response.ok || !response.body) return onEnd(status);
      onOpen();
      const takeText = parseEvents((event) => closing.signal.aborted || onEvent(event));
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        takeText(value);
      }
    } catch {
      // Cut off: the same as an end.
    }
    if (!closing.signal.aborted) onEnd(status);
  };
  void read();
  return () => closing.abort();
}
