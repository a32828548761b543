import type { IncomingMessage, ServerResponse } from "node:http";

const usualTimes = {
  /** A visitor's body is small. */
  widgetMs: 30_000,
  pageMs: 60_000,
  /** A hundred megabytes over a slow line. */
  fileMs: 10 * 60_000,
  /** What is still to come after the answer is thrown away; it gets this long. */
  drainMs: 10_000,
};

/**
 * Gives a request with a body an end: 30 s for a visitor's, 10 minutes for a file's, 60 s for others, and 10 s from the
 * moment that it was answered.
 * What is not here by then never comes, and its connection is closed.
 */
export function limitBodyTime(
  req: IncomingMessage,
  res: ServerResponse,
  {
    kind,
    refuse,
    times = usualTimes,
  }: { kind: "widget" | "file" | "page"; refuse: () => void; times?: typeof usualTimes },
): void {
  const late = () => {
    if (!req.complete && !res.headersSent) refuse();
  };
  const timer = setTimeout(late, times[`${kind}Ms`]);
  res.once("close", () => {
    clearTimeout(timer);
    if (req.complete || req.socket.destroyed) return;
    setTimeout(() => {
      if (!req.complete) req.socket.destroy();
    }, times.drainMs).unref();
  });
}
