import type { Ctx } from "@/lib/context";
import { readJsonEntries } from "@/lib/kv/json-value";
import { feedKey } from "@/lib/kv/keys";
import { logError } from "@/lib/log";
import { processWide } from "@/lib/process-wide";

/** A screen's end of a live stream. `send` returns false when it can't keep up; it is then closed and resumes. */
export type FeedSink = { send: (chunk: Uint8Array) => boolean; close: () => void };

type Subscriber = { sink: FeedSink; isLive: boolean };

const pageSize = 500;
const heartbeatMs = 15_000;
const encoder = new TextEncoder();
const heartbeat = encoder.encode("event: alive\ndata: {}\n\n");

const feeds = () => processWide("team-feeds", () => new Map<string, TeamFeed>());

/**
 * Sends a team's events to a sink as server-sent events, from after the position `after` on; each event's id is its
 * position. When events between `after` and now are gone, an event `reset` comes first: the screen reads its lists
 * again. One reader a process and team serves every screen, and encodes each event once.
 * @returns how to stop
 */
export async function subscribeFeed(
  ctx: Ctx,
  teamId: string,
  after: string,
  sink: FeedSink,
): Promise<() => void> {
  const all = feeds();
  let feed = all.get(teamId);
  if (!feed) {
    feed = new TeamFeed(ctx, teamId, () => all.delete(teamId));
    all.set(teamId, feed);
  }
  return feed.subscribe(after, sink);
}

/** The position of a team's newest event: read it before a list, then follow the feed from it. */
export async function getFeedPosition({ kv }: Pick<Ctx, "kv">, teamId: string): Promise<string> {
  const [newest] = readJsonEntries(await kv.redis.xrevrange(feedKey(teamId), "+", "-", 1));
  return newest?.id ?? "0-0";
}

class TeamFeed {
  readonly #ctx: Ctx;
  readonly #key: string;
  readonly #subscribers = new Set<Subscriber>();
  readonly #onIdle: () => void;
  readonly #ready: Promise<void>;
  #position = "0-0";
  #reading: Promise<void> = Promise.resolve();
  #stopWatching: () => void;
  #heartbeat: NodeJS.Timeout;

  constructor(ctx: Ctx, teamId: string, onIdle: () => void) {
    this.#ctx = ctx;
    this.#key = feedKey(teamId);
    this.#onIdle = onIdle;
    this.#ready = getFeedPosition(ctx, teamId).then((position) => {
      this.#position = position;
    });
    this.#stopWatching = ctx.kv.watch([this.#key], () => this.#enqueueRead());
    this.#heartbeat = setInterval(() => this.#broadcast(heartbeat), heartbeatMs);
    this.#heartbeat.unref();
  }

  async subscribe(after: string, sink: FeedSink): Promise<() => void> {
    const subscriber: Subscriber = { sink, isLive: false };
    this.#subscribers.add(subscriber);
    try {
      await this.#catchUp(subscriber, after);
    } catch (error) {
      this.#drop(subscriber);
      throw error;
    }
    return () => this.#drop(subscriber);
  }

  /** Sends what lies between the screen's position and the reader's, then joins the screen to the live ones. */
  async #catchUp(subscriber: Subscriber, after: string): Promise<void> {
    await this.#ready;
    let position = after;
    if (await this.#hasGap(after)) {
      position = this.#position;
      this.#send(subscriber, encodeEvent(position, "reset", {}));
    }
    while (isBefore(position, this.#position)) {
      const target = this.#position;
      for (const { id, value } of await this.#read(position)) {
        if (isBefore(target, id)) break;
        this.#send(subscriber, encodeEvent(id, "message", value));
        position = id;
      }
    }
    subscriber.isLive = true;
  }

  /** True when events after the position are no longer in the stream, or the position is of a stream that was lost. */
  async #hasGap(after: string): Promise<boolean> {
    if (isBefore(this.#position, after)) return true;
    const [oldest] = readJsonEntries(await this.#ctx.kv.redis.xrange(this.#key, "-", "+", 1));
    return after !== "0-0" && (!oldest || isBefore(after, oldest.id));
  }

  #enqueueRead(): void {
    this.#reading = this.#reading
      .then(() => this.#readNews())
      .catch((error) => logError("feed read failed", error));
  }

  async #readNews(): Promise<void> {
    await this.#ready;
    for (;;) {
      const entries = await this.#read(this.#position);
      for (const { id, value } of entries) {
        this.#position = id;
        this.#broadcast(encodeEvent(id, "message", value));
      }
      if (entries.length < pageSize) return;
    }
  }

  async #read(position: string) {
    return readJsonEntries(await this.#ctx.kv.redis.xrange(this.#key, `(${position}`, "+", pageSize));
  }

  #broadcast(chunk: Uint8Array): void {
    for (const subscriber of this.#subscribers) if (subscriber.isLive) this.#send(subscriber, chunk);
  }

  #send(subscriber: Subscriber, chunk: Uint8Array): void {
    if (subscriber.sink.send(chunk)) return;
    this.#drop(subscriber);
    subscriber.sink.close();
  }

  #drop(subscriber: Subscriber): void {
    if (!this.#subscribers.delete(subscriber) || this.#subscribers.size > 0) return;
    this.#stopWatching();
    clearInterval(this.#heartbeat);
    this.#onIdle();
  }
}

function encodeEvent(id: string, event: "message" | "reset", data: unknown): Uint8Array {
  return encoder.encode(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** Whether stream position a comes before b; positions are `<ms>-<sequence>`. */
function isBefore(a: string, b: string): boolean {
  const [aMs = 0, aSeq = 0] = a.split("-").map(Number);
  const [bMs = 0, bSeq = 0] = b.split("-").map(Number);
  return aMs < bMs || (aMs === bMs && aSeq < bSeq);
}
