import type { IncomingMessage, ServerResponse } from "node:http";

/** A visitor's body is small. */
const widgetMs = 30_000;
const pageMs = 60_000;
/** What is still to come after the answer is thrown away; it gets this long. */
const drainMs = 10_000;

/**
 * Gives a request with a body an end: 30 s for a visitor's, 60 s for others, and 10 s from the moment that it was answered.
 * What is not here by then never comes, and its connection is closed.
 */
export function limitBodyTime(
  req: IncomingMessage,
  res: ServerResponse,
  { isWidget, refuse }: { isWidget: boolean; refuse: () => void },
): void {
  const late = () => {
    if (!req.complete && !res.headersSent) refuse();
  };
  const timer = setTimeout(late, isWidget ? widgetMs : pageMs);
  res.once("close", () => {
    clearTimeout(timer);
    if (req.complete || req.socket.destroyed) return;
    setTimeout(() => {
      if (!req.complete) req.socket.destroy();
    }, drainMs).unref();
  });
}
