import { connect, createServer } from "node:net";
import { listenOnLoopback } from "@/test/servers/listen-on-loopback";

export type RoundTripCounter = {
  /** Leads to the server. */
  url: string;
  /** How often, since the last call, something was sent after the server's last word. */
  take: () => number;
  close: () => Promise<void>;
};

/** Stands before a Redis and counts how often its clients wait for it. */
export async function countRoundTrips(target: URL): Promise<RoundTripCounter> {
  let trips = 0;
  const server = createServer({ noDelay: true }, (outer) => {
    let isAnswered = true;
    const inner = connect({ port: Number(target.port || 6379), host: target.hostname, noDelay: true });
    outer.on("data", (chunk) => {
      if (isAnswered) trips++;
      isAnswered = false;
      inner.write(chunk);
    });
    inner.on("data", (chunk) => {
      isAnswered = true;
      outer.write(chunk);
    });
    for (const [one, other] of [
      [outer, inner],
      [inner, outer],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  const url = new URL(target);
  url.host = `127.0.0.1:${await listenOnLoopback(server)}`;
  return {
    url: url.href,
    take: () => {
      const taken = trips;
      trips = 0;
      return taken;
    },
    close: async () => void server.close(),
  };
}
