import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export type Watchers = {
  /** Resolves when every watcher has had that many events, or after half a minute. */
  received: (events: number) => Promise<void>;
  /** Events lost and doubled, and the milliseconds each took from the store (its stream id) to its watcher. */
  count: (events: number) => { lost: number; doubled: number; delays: Float64Array };
  close: () => void;
};

const connectAtOnce = 100;
const patienceMs = 30_000;
const idMark = Buffer.from("\nid: ");

/**
 * Opens watchers of a live feed, which share the sessions of the cookies, on bare sockets, so that the client's own
 * work weighs little.
 */
export async function openWatchers(
  { address, path, cookies }: { address: string; path: string; cookies: string[] },
  count: number,
): Promise<Watchers> {
  const { hostname, port, host } = new URL(address);
  const headOf = (watcher: number) =>
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookies[watcher % cookies.length]}\r\n\r\n`;
  const ids: string[][] = [];
  const delays: number[] = [];
  const sockets: Socket[] = [];

  const open = () =>
    new Promise<void>((resolve, reject) => {
      const own: string[] = [];
      const socket = connect(Number(port), hostname);
      // An id that a chunk cuts in two would be missed: the tail is kept until the next one.
      let tail = Buffer.alloc(0);
      socket.on("error", reject);
      socket.on("close", () => reject(new Error("a watcher was hung up on")));
      socket.on("data", (chunk) => {
        const now = performance.timeOrigin + performance.now();
        const data = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
        let from = 0;
        for (let at = data.indexOf(idMark); at >= 0; at = data.indexOf(idMark, from)) {
          const end = data.indexOf("\n", at + idMark.length);
          if (end < 0) break;
          const id = data.toString("latin1", at + idMark.length, end);
          own.push(id);
          delays.push(now - Number(id.split("-")[0]));
          from = end;
        }
        tail = Buffer.from(data.subarray(Math.max(from, data.length - 64)));
        if (data.includes("retry: ")) resolve();
      });
      socket.write(headOf(sockets.length));
      ids.push(own);
      sockets.push(socket);
    });

  for (let opened = 0; opened < count; opened += connectAtOnce)
    await Promise.all(Array.from({ length: Math.min(connectAtOnce, count - opened) }, open));
  // What came before all were there is no measurement.
  for (const own of ids) own.length = 0;
  delays.length = 0;

  return {
    received: async (events) => {
      const deadline = performance.now() + patienceMs;
      while (ids.some((own) => own.length < events) && performance.now() < deadline) await sleep(50);
    },
    count: (events) => ({
      lost: ids.reduce((sum, own) => sum + Math.max(0, events - new Set(own).size), 0),
      doubled: ids.reduce((sum, own) => sum + own.length - new Set(own).size, 0),
      delays: Float64Array.from(delays),
    }),
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}
