import type { DeltaEvent, MessageResponse } from "@/lib/contract/message";
import type { WidgetRequest } from "./widget-request";
import type { ToErrorBody } from "./widget-route";

/** Whether a request asks for the answer as a stream of events. */
export function wantsStream(request: Pick<WidgetRequest, "headers">): boolean {
  return /(?:^|,)\s*text\/event-stream\s*(?:;|,|$)/i.test(request.headers.get("accept") ?? "");
}

/**
 * An answer as `text/event-stream`: `delta` `{text}` as the words come, then `done` with the JSON body, or `error` with
 * the JSON error body. Until there is something to send nothing is: what fails before is thrown, and travels as its
 * status.
 * @param signal the request's; the visitor's leaving ends `run`'s signal
 */
export async function streamAnswer(
  signal: AbortSignal,
  run: (onDelta: (text: string) => void, signal: AbortSignal) => Promise<MessageResponse>,
  toErrorBody: ToErrorBody,
): Promise<Response> {
  const leaving = new AbortController();
  const leave = () => leaving.abort(new DOMException("the visitor left", "AbortError"));
  if (signal.aborted) leave();
  signal.addEventListener("abort", leave, { once: true });

  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(undefined, undefined, {
    highWaterMark: Number.POSITIVE_INFINITY,
  });
  const writer = writable.getWriter();
  writer.closed.catch(leave);
  const send = (event: string, data: object) => {
    writer.write(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)).catch(leave);
  };

  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  let hasBegun = false;
  const sendDelta = (text: string) => {
    if (text === "") return;
    send("delta", { text } satisfies DeltaEvent);
    hasBegun = true;
    begin();
  };
  const finished = run(sendDelta, leaving.signal).then((body) => {
    if (!hasBegun) sendDelta(body.reply);
    send("done", body);
  });
  const ended = finished
    .catch((error) => {
      if (hasBegun && !leaving.signal.aborted) send("error", toErrorBody(error));
    })
    .finally(() => {
      signal.removeEventListener("abort", leave);
      writer.close().catch(() => {});
    });
  try {
    await Promise.race([begun, finished]);
  } catch (error) {
    await ended;
    if (!leaving.signal.aborted) throw error;
  }
  return new Response(readable, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

const encoder = new TextEncoder();
