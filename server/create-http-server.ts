import { createServer, type RequestListener, type Server } from "node:http";
import { answerClientError, answerConnect } from "./answer-client-error";

/** Node's HTTP server with the limits of this product; whatever its parser refuses is answered, never just dropped. */
export function createHttpServer(entry: RequestListener, { isDev }: { isDev: boolean }): Server {
  const server = createServer({
    headersTimeout: 15_000,
    // Uploads may take a while; the widget's bodies have a deadline of their own.
    requestTimeout: 300_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5_000,
    requireHostHeader: false,
    // Only the development server speaks WebSocket; otherwise an Upgrade header is ignored, as RFC 9110 §7.8 allows.
    shouldUpgradeCallback: () => isDev,
  });
  server.on("request", entry);
  server.on("checkExpectation", entry);
  server.on("connect", (_req, socket) => answerConnect(socket));
  server.on("clientError", answerClientError);
  return server;
}
