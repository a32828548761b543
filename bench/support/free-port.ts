import { createServer } from "node:net";
import { listenOnLoopback } from "@/test/servers/listen-on-loopback";

/** A port on the loopback that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
