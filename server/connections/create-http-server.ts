import { createServer, type RequestListener, type Server } from "node:http";
import { openCeilings } from "@/lib/kv/limits/limit-policies";
import { isLoopback } from "@/server/entry/public-host";
import { answerClientError, answerConnect } from "./answer-client-error";
import { limitConnections } from "./limit-connections";

/** Node's HTTP server with the limits of this product; whatever its parser refuses is answered, never just dropped. */
export function createHttpServer(
  entry: RequestListener,
  { isDev, hasProxy }: { isDev: boolean; hasProxy: boolean },
): Server {
  const server = createServer({
    headersTimeout: 15_000,
    // Bodies have shorter deadlines of their own; this one holds for all that comes in.
    requestTimeout: 11 * 60_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5_000,
    requireHostHeader: false,
    // Only the development server speaks WebSocket; otherwise an Upgrade header is ignored, as RFC 9110 §7.8 allows.
    shouldUpgradeCallback: () => isDev,
  });
  // For a client that takes nothing of its answer; a live feed sends something every 15 s.
  server.setTimeout(180_000);
  limitConnections(server, {
    ceiling: openCeilings.connectionsOfAddress,
    isExempt: (address) => hasProxy || isLoopback(address),
  });
  server.on("request", entry);
  server.on("checkExpectation", entry);
  server.on("connect", (req, socket) => answerConnect(socket, req.headers["accept-language"]));
  server.on("clientError", answerClientError);
  return server;
}
