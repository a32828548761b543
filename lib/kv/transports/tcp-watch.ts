import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "redis";
import { changedChannel } from "@/lib/kv/keys";
import { type Watch, WatchHub } from "./watch-hub";

const pingIntervalMs = 5_000;
const silenceMs = 3 * pingIntervalMs;
const slowestReconnectMs = 2_000;

export type TcpWatchOptions = {
  timeoutMs: number;
  sweepMs: number;
  /** The connection was lost. */
  onLost: () => void;
};

export type TcpWatch = { watch: Watch; notifyAll: () => void; close: () => void };

/**
 * One connection that subscribes to the channels of the watched streams, made with the first watch. In a cluster any
 * node will do, for each passes on what is published at another: after a lost connection the next address is tried.
 * Since a message may get lost (pub/sub promises none), all keys count as news after each connecting and every
 * `sweepMs`.
 */
export function createTcpWatch(
  urls: readonly string[],
  { timeoutMs, sweepMs, onLost }: TcpWatchOptions,
): TcpWatch {
  const closing = new AbortController();
  const hub = new WatchHub({ onWatched, onUnwatched });
  let subscriber: Subscriber | undefined;
  let sweeper: NodeJS.Timeout | undefined;

  function onWatched(key: string): void {
    if (sweeper === undefined) {
      sweeper = setInterval(() => hub.notifyAll(), sweepMs);
      sweeper.unref();
      void stayConnected();
    }
    void subscribe([key]);
  }

  function onUnwatched(key: string): void {
    subscriber?.unsubscribe(changedChannel(key)).catch(() => {});
  }

  async function subscribe(keys: string[]): Promise<void> {
    const current = subscriber;
    if (!current || keys.length === 0) return;
    try {
      await current.subscribe(keys.map(changedChannel), tell);
      for (const key of keys) hub.notify(key);
    } catch {
      // The connection was lost, and the next one subscribes anew; or this user may not, and the sweep has to do.
    }
  }

  async function stayConnected(): Promise<void> {
    const { signal } = closing;
    let pause = 0;
    for (let turn = 0; !signal.aborted; turn++) {
      const connected = createSubscriber(urls[turn % urls.length] ?? "", timeoutMs);
      const stop = () => connected.destroy();
      signal.addEventListener("abort", stop);
      try {
        await connected.connect();
        pause = 0;
        subscriber = connected;
        await subscribe(hub.keys());
        await connected.ended;
      } catch {
        // Tried again below.
      }
      if (subscriber && !signal.aborted) onLost();
      subscriber = undefined;
      signal.removeEventListener("abort", stop);
      connected.destroy();
      pause = Math.min(Math.max(50, 2 * pause), slowestReconnectMs);
      await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  const prefixLength = changedChannel("").length;
  function tell(_message: string, channel: string): void {
    hub.notify(channel.slice(prefixLength));
  }

  return {
    watch: hub.watch,
    notifyAll: () => hub.notifyAll(),
    close: () => {
      closing.abort();
      clearInterval(sweeper);
      hub.clear();
    },
  };
}

type Subscriber = ReturnType<typeof createSubscriber>;

function createSubscriber(url: string, timeoutMs: number) {
  const client = createClient({
    url,
    RESP: 2,
    maintNotifications: "disabled",
    pingInterval: pingIntervalMs,
    socket: { connectTimeout: timeoutMs, socketTimeout: silenceMs, reconnectStrategy: false },
  });
  const ended = new Promise<void>((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => resolve());
  });
  return {
    ended,
    connect: () => client.connect(),
    subscribe: (channels: string[], listener: (message: string, channel: string) => void) =>
      client.subscribe(channels, listener),
    unsubscribe: (channel: string) => client.unsubscribe(channel),
    destroy: () => {
      if (client.isOpen) client.destroy();
    },
  };
}
