import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { backgroundWorkDone } from "@/lib/background-work";

/** Lets a server stop: follows its open responses from now on. */
export function createDrain(server: Server): { stop: (graceMs: number) => Promise<void> } {
  const open = new Set<ServerResponse>();
  server.on("request", (_req: IncomingMessage, res: ServerResponse) => {
    open.add(res);
    res.once("close", () => open.delete(res));
  });
  return {
    /**
     * Takes no more connections, ends live feeds (their clients reconnect), waits up to `graceMs` for the rest and for
     * the work that follows answers.
     */
    stop: async (graceMs) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const res of open) {
        if (isLiveFeed(res)) res.destroy();
        else if (!res.headersSent) res.setHeader("Connection", "close");
      }
      server.closeIdleConnections();
      let timer: NodeJS.Timeout | undefined;
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const deadline = new Promise<void>((resolve) => {
        timer = setTimeout(() => {
          server.closeAllConnections();
          resolve();
        }, graceMs);
      });
      await closed;
      await Promise.race([backgroundWorkDone(), deadline]);
      clearInterval(idle);
      clearTimeout(timer);
    },
  };
}

/** A stream that a page keeps open; an answer that is being streamed (POST) is a request in flight. */
function isLiveFeed(res: ServerResponse): boolean {
  return (
    res.req.method === "GET" && String(res.getHeader("content-type") ?? "").startsWith("text/event-stream")
  );
}
