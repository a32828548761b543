import type { FeedSink } from "@/lib/conversations/team-feed";

/** Bytes a screen may lag behind before it is dropped; it reconnects and resumes from its last event. */
const maxBacklogBytes = 1024 * 1024;

/**
 * A `text/event-stream` response. `start` gets the sink and returns how to stop; stopping happens once, when the client
 * leaves or the sink is closed.
 */
export function eventStream(signal: AbortSignal, start: (sink: FeedSink) => Promise<() => void>): Response {
  let stop = () => {};
  let isOver = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        const close = () => {
          if (isOver) return;
          isOver = true;
          stop();
          controller.close();
        };
        controller.enqueue(new TextEncoder().encode("retry: 1000\n\n"));
        signal.addEventListener("abort", close);
        const send = (chunk: Uint8Array) => {
          if (isOver || (controller.desiredSize ?? 0) < -maxBacklogBytes) return false;
          controller.enqueue(chunk);
          return true;
        };
        const stopFeed = await start({ send, close });
        if (isOver) stopFeed();
        else stop = stopFeed;
      },
      cancel() {
        if (isOver) return;
        isOver = true;
        stop();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 16 * 1024 }),
  );
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "private, no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
