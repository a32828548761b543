import { connect, createServer } from "node:net";
import { listenOnLoopback } from "@/e2e/fixtures/listen-on-loopback";

export type RoundTripCounter = {
  port: number;
  /** How often, since the last call, something was sent after the server's last word. */
  take: () => number;
  close: () => Promise<void>;
};

/** Stands before a server on this machine and counts how often its clients wait for it. */
export async function countRoundTrips(target: number): Promise<RoundTripCounter> {
  let trips = 0;
  const server = createServer({ noDelay: true }, (outer) => {
    let isAnswered = true;
    const inner = connect({ port: target, host: "127.0.0.1", noDelay: true });
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
  const port = await listenOnLoopback(server);
  return {
    port,
    take: () => {
      const taken = trips;
      trips = 0;
      return taken;
    },
    close: async () => void server.close(),
  };
}
