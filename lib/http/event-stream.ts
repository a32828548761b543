import type { ServerResponse } from "node:http";
import type { Writable } from "node:stream";

/** Bytes a screen may lag behind before it is dropped; it reconnects and resumes from its last event. */
const maxBacklogBytes = 1024 * 1024;
/** With less than this on its way, a screen has room for what it missed. */
const roomyBytes = 256 * 1024;
const greeting = Buffer.from("retry: 1000\n\n");

/** The server's end of a stream that is open. */
export type EventStream = {
  /** False when the screen lags too far behind to be sent more, or is gone. */
  send: (chunk: Uint8Array) => boolean;
  /** Null while there is room for much at once, or nobody there; else resolves when that is so again. */
  room: () => Promise<void> | null;
  close: () => void;
};

/**
 * Begins a `text/event-stream` on Node's own response: with thousands of screens a stream object each, and Next's way
 * from it to the socket, would cost more than everything else. The body ends with its connection, so a chunk is one
 * write.
 */
export function openEventStream(res: ServerResponse): EventStream {
  res.statusCode = 200;
  res.setHeader("Content-Type", "text/event-stream; charset=utf-8");
  res.setHeader("Cache-Control", "private, no-store, no-transform");
  res.setHeader("X-Accel-Buffering", "no");
  // Node then frames nothing and says `Connection: close`.
  res.removeHeader("Transfer-Encoding");
  res.write(greeting);
  return {
    send: (chunk) => {
      // The body is what the socket carries. A response's own write would hold each back until all screens had theirs.
      const out = res.socket ?? res;
      if (res.destroyed || out.writableLength > maxBacklogBytes) return false;
      out.write(chunk);
      return true;
    },
    room: () => {
      const out = res.socket ?? res;
      return res.destroyed || out.writableLength < roomyBytes ? null : drained(res, out);
    },
    close: () => res.destroy(),
  };
}

/** Resolves when all that was written is on its way, or the connection is gone. */
function drained(res: ServerResponse, out: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      out.off("drain", done);
      res.off("close", done);
      resolve();
    };
    out.on("drain", done);
    res.on("close", done);
  });
}
