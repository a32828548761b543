import type { ChatFollower } from "@/lib/conversations/visitor/follow-chat";

const heartbeatMs = 15_000;
const encoder = new TextEncoder();
const heartbeat = encoder.encode(": alive\n\n");
/** Bytes that a page may lag behind; it comes back by itself, and goes on where it was. */
const maxBacklogBytes = 256 * 1024;

/** A chat's events as `text/event-stream`: a turn's id is where to go on. Says something every 15 s. */
export function streamChat(signal: AbortSignal, follow: (follower: ChatFollower) => () => void): Response {
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (chunk: Uint8Array) => {
          controller.enqueue(chunk);
          if ((controller.desiredSize ?? 0) <= 0) end();
        };
        const alive = setInterval(() => send(heartbeat), heartbeatMs);
        alive.unref();
        let isOver = false;
        const end = () => {
          if (isOver) return;
          stop();
          controller.close();
        };
        const stopFollowing = follow({
          onEvent: ({ event, data }) => {
            const id = event === "turn" ? `id: ${data.turn_id}\n` : "";
            send(encoder.encode(`${id}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
          },
          onEnd: end,
        });
        stop = () => {
          isOver = true;
          clearInterval(alive);
          stopFollowing();
        };
        send(encoder.encode("retry: 1000\n\n"));
        signal.addEventListener("abort", end, { once: true });
        if (signal.aborted) end();
      },
      cancel: () => stop(),
    },
    { highWaterMark: maxBacklogBytes, size: (chunk) => chunk.byteLength },
  );
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
