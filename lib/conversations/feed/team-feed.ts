import type { Ctx } from "@/lib/context";
import { chatIdOf, isAccessEvent, isFeedEvent, type StartEvent } from "@/lib/conversations/turns/turn";
import { type JsonEntry, readJsonEntries, toJsonField } from "@/lib/kv/json-value";
import { feedKey, kvTtlMs, pulsesKey } from "@/lib/kv/keys";
import { isKvDown, unlessDown } from "@/lib/kv/kv-down";
import { logError } from "@/lib/log";
import { processWide } from "@/lib/process-wide";
import type { Pulse } from "./pulse";
import { PulseReader } from "./pulse-reader";

/** A screen's end of a live stream. */
export type FeedSink = {
  /** False when the screen can't keep up: it is then closed, and resumes where it was. */
  send: (chunk: Uint8Array) => boolean;
  /**
   * Null while there is room for much at once; else resolves when there is again. A screen that catches
   * up waits for it.
   */
  room?: () => Promise<void> | null;
  close: () => void;
  /** Somebody's role, membership or session in the team changed: look the screen's up again. */
  onAccessChange?: () => void;
};

/** Who follows one chat. */
export type ChatWatcher = {
  /** Something may have happened: the feed said so, or may have lost what it said. */
  onNews: () => void;
  onPulse: (pulse: Pulse) => void;
};

/** Where nothing was read: the store was away then, so what came since isn't known. */
const nowhere = "0-0";
const pageSize = 500;
/** Fewer, for a screen may take only some of them at once; the rest is read again. */
const catchUpPageSize = 100;
const heartbeatMs = 5_000;
/** A screen that catches up and takes nothing for this long is closed. */
const stuckMs = 30_000;
const retryMs = 500;
const encoder = new TextEncoder();
const heartbeat = encoder.encode("event: alive\ndata: {}\n\n");

/**
 * Sends a team's events to a sink as server-sent events, from after the position `after` on; an event's id is its
 * position. When the stream no longer holds that position, because it was trimmed or lost, an event `reset` comes
 * first: the screen reads its lists again. While the store is away the screen is told `status` `{isDelayed: true}`.
 * What is so for a moment comes as `pulse`, without an id. One reader a process and team serves every screen and
 * encodes each event once.
 * @returns how to stop
 */
export async function subscribeFeed(
  ctx: Pick<Ctx, "kv">,
  teamId: string,
  after: string,
  sink: FeedSink,
): Promise<() => void> {
  return feedOf(ctx.kv, teamId).subscribe(after, sink);
}

/** Tells of one chat. Returns how to stop. */
export function watchChat(
  { kv }: Pick<Ctx, "kv">,
  teamId: string,
  conversationId: string,
  watcher: ChatWatcher,
): () => void {
  return feedOf(kv, teamId).watch(conversationId, watcher);
}

/**
 * The position of a team's newest event, `0-0` while the store is away: read it before a list, then follow
 * the feed from it.
 */
export async function getFeedPosition({ kv }: Pick<Ctx, "kv">, teamId: string): Promise<string> {
  return (await unlessDown(() => newestPosition(kv, feedKey(teamId)))) ?? nowhere;
}

function feedOf(kv: Ctx["kv"], teamId: string): TeamFeed {
  const feeds = feedsOf(kv);
  const known = feeds.get(teamId);
  if (known) return known;
  const feed = new TeamFeed(kv, teamId, () => feeds.delete(teamId));
  feeds.set(teamId, feed);
  return feed;
}

function feedsOf(kv: Ctx["kv"]): Map<string, TeamFeed> {
  const all = processWide("team-feeds", () => new WeakMap<Ctx["kv"], Map<string, TeamFeed>>());
  const feeds = all.get(kv) ?? new Map<string, TeamFeed>();
  all.set(kv, feeds);
  return feeds;
}

type Subscriber = {
  sink: FeedSink;
  position: string;
  isLive: boolean;
  /** Since when it has had no room for what it missed, in ms since 1970. */
  fullSince: number | null;
};

export type { TeamFeed };

class TeamFeed {
  readonly #kv: Ctx["kv"];
  readonly #key: string;
  readonly #onIdle: () => void;
  readonly #subscribers = new Set<Subscriber>();
  /** By the chat's id. */
  readonly #watchers = new Map<string, Set<ChatWatcher>>();
  readonly #pulses: PulseReader;
  readonly #stopWatching: () => void;
  readonly #heartbeat: NodeJS.Timeout;
  #retry: NodeJS.Timeout | undefined;
  /** Of the newest event read; null before the first look. */
  #position: string | null = null;
  #isDelayed = false;
  #work: Promise<void> = Promise.resolve();
  #pulseWork: Promise<void> = Promise.resolve();

  constructor(kv: Ctx["kv"], teamId: string, onIdle: () => void) {
    this.#kv = kv;
    this.#key = feedKey(teamId);
    this.#onIdle = onIdle;
    this.#pulses = new PulseReader(kv, pulsesKey(teamId));
    this.#stopWatching = kv.watch([this.#key, pulsesKey(teamId)], (key) =>
      key === this.#key ? this.#enqueueRead() : this.#enqueuePulses(),
    );
    this.#heartbeat = setInterval(() => {
      this.#closeStuck();
      this.#sendToAll(heartbeat);
    }, heartbeatMs);
    this.#heartbeat.unref();
  }

  async subscribe(after: string, sink: FeedSink): Promise<() => void> {
    const subscriber: Subscriber = { sink, position: after, isLive: false, fullSince: null };
    this.#subscribers.add(subscriber);
    if (this.#isDelayed) this.#send(subscriber, encodeStatus(true));
    else await this.#enqueueRead();
    return () => this.#drop(subscriber);
  }

  watch(conversationId: string, watcher: ChatWatcher): () => void {
    const ofChat = this.#watchers.get(conversationId) ?? new Set();
    this.#watchers.set(conversationId, ofChat.add(watcher));
    void this.#enqueueRead();
    return () => {
      if (!ofChat.delete(watcher)) return;
      if (ofChat.size === 0) this.#watchers.delete(conversationId);
      this.#stopIfIdle();
    };
  }

  /** Reads are one after the other; one that finds the store away is tried again until it is back. */
  #enqueueRead(): Promise<void> {
    this.#work = this.#work.then(async () => {
      if (this.#isIdle()) return;
      try {
        await this.#readNews();
        for (const subscriber of this.#subscribers) if (!subscriber.isLive) await this.#catchUp(subscriber);
        this.#setDelayed(false);
      } catch (error) {
        if (!isKvDown(error)) logError("reading a team's feed failed", error);
        this.#setDelayed(true);
        clearTimeout(this.#retry);
        this.#retry = setTimeout(() => this.#enqueueRead(), retryMs);
        this.#retry.unref();
      }
    });
    return this.#work;
  }

  #enqueuePulses(): void {
    this.#pulseWork = this.#pulseWork.then(async () => {
      if (this.#isIdle()) return;
      try {
        for (const pulse of await this.#pulses.read()) this.#tellPulse(pulse);
      } catch (error) {
        if (!isKvDown(error)) logError("reading a team's pulses failed", error);
      }
    });
  }

  #tellPulse(pulse: Pulse): void {
    for (const { onPulse } of this.#watchers.get(pulse.chat) ?? []) onPulse(pulse);
    if (pulse.type !== "seen") this.#sendToAll(encodePulse(pulse));
  }

  async #readNews(): Promise<void> {
    this.#position ??= await newestPosition(this.#kv, this.#key);
    for (;;) {
      const news = await this.#readAfter(this.#position);
      if (news === null) {
        this.#position = await newestPosition(this.#kv, this.#key);
        for (const subscriber of this.#subscribers)
          if (subscriber.isLive) this.#reset(subscriber, this.#position);
        this.#tellWatchers();
        continue;
      }
      for (const entry of news) {
        this.#position = entry.id;
        this.#broadcast(entry);
      }
      if (news.length < pageSize) return;
    }
  }

  /**
   * Sends a screen what it missed, then lets it go on with the live ones. Runs between reads, so nothing slips through.
   * One that can't take it all at once goes on when it has room, and keeps nobody waiting.
   */
  async #catchUp(subscriber: Subscriber): Promise<void> {
    while (this.#subscribers.has(subscriber) && subscriber.position !== this.#position) {
      if (!this.#hasRoom(subscriber)) return;
      const missed = await this.#readAfter(subscriber.position, catchUpPageSize);
      if (missed === null) {
        this.#reset(subscriber, this.#position ?? nowhere);
        break;
      }
      for (const entry of missed) {
        if (this.#position !== null && isBefore(this.#position, entry.id)) break;
        if (!this.#hasRoom(subscriber)) return;
        subscriber.position = entry.id;
        if (isFeedEvent(entry.value)) this.#send(subscriber, encodeEvent(entry.id, "message", entry.value));
      }
      if (missed.length < catchUpPageSize) break;
    }
    subscriber.isLive = true;
  }

  #hasRoom(subscriber: Subscriber): boolean {
    if (subscriber.fullSince !== null) return false;
    const room = subscriber.sink.room?.();
    if (!room) return true;
    subscriber.fullSince = Date.now();
    void room.then(() => {
      subscriber.fullSince = null;
      return this.#enqueueRead();
    });
    return false;
  }

  #closeStuck(): void {
    for (const subscriber of this.#subscribers)
      if (subscriber.fullSince !== null && Date.now() - subscriber.fullSince > stuckMs)
        this.#close(subscriber);
  }

  /**
   * A page of what follows a position; null when the stream doesn't hold that position any more. The read begins with
   * the position itself: if its entry is still there, nothing after it was trimmed or lost.
   */
  async #readAfter(position: string, count = pageSize): Promise<JsonEntry[] | null> {
    if (position === nowhere) return null;
    const [first, ...news] = readJsonEntries(
      await this.#kv.redis.xrange(this.#key, position, "+", count + 1),
    );
    return first?.id === position ? news : null;
  }

  #broadcast({ id, value }: JsonEntry): void {
    if (isAccessEvent(value)) for (const { sink } of this.#subscribers) sink.onAccessChange?.();
    if (!isFeedEvent(value)) return;
    if (this.#watchers.size > 0) for (const { onNews } of this.#watchers.get(chatIdOf(value)) ?? []) onNews();
    if (this.#subscribers.size === 0) return;
    const chunk = encodeEvent(id, "message", value);
    for (const subscriber of this.#subscribers) {
      if (!subscriber.isLive) continue;
      subscriber.position = id;
      this.#send(subscriber, chunk);
    }
  }

  #reset(subscriber: Subscriber, position: string): void {
    subscriber.position = position;
    this.#send(subscriber, encodeEvent(position, "reset", {}));
  }

  #setDelayed(isDelayed: boolean): void {
    if (this.#isDelayed === isDelayed) return;
    this.#isDelayed = isDelayed;
    if (!isDelayed) this.#tellWatchers();
    this.#sendToAll(encodeStatus(isDelayed));
  }

  #sendToAll(chunk: Uint8Array): void {
    for (const subscriber of this.#subscribers) this.#send(subscriber, chunk);
  }

  #send(subscriber: Subscriber, chunk: Uint8Array): void {
    if (this.#subscribers.has(subscriber) && !subscriber.sink.send(chunk)) this.#close(subscriber);
  }

  /** The screen comes back by itself, and goes on where it was. */
  #close(subscriber: Subscriber): void {
    this.#drop(subscriber);
    subscriber.sink.close();
  }

  #drop(subscriber: Subscriber): void {
    if (this.#subscribers.delete(subscriber)) this.#stopIfIdle();
  }

  #tellWatchers(): void {
    for (const ofChat of this.#watchers.values()) for (const { onNews } of ofChat) onNews();
  }

  #isIdle(): boolean {
    return this.#subscribers.size === 0 && this.#watchers.size === 0;
  }

  #stopIfIdle(): void {
    if (!this.#isIdle()) return;
    this.#stopWatching();
    clearInterval(this.#heartbeat);
    clearTimeout(this.#retry);
    this.#onIdle();
  }
}

/**
 * Of an empty feed the position of a first entry made for that: what comes after it can then be told
 * from what was lost.
 */
async function newestPosition(kv: Ctx["kv"], key: string): Promise<string> {
  const [newest] = readJsonEntries(await kv.redis.xrevrange(key, "+", "-", 1));
  if (newest) return newest.id;
  const first: StartEvent = { type: "start" };
  const [id] = await kv.redis.multi().xadd(key, "*", toJsonField(first)).pexpire(key, kvTtlMs.feed).exec();
  return id;
}

function encodeEvent(id: string, event: "message" | "reset", data: unknown): Uint8Array {
  return encoder.encode(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

function encodeStatus(isDelayed: boolean): Uint8Array {
  return encoder.encode(`event: status\ndata: ${JSON.stringify({ isDelayed })}\n\n`);
}

function encodePulse(pulse: Pulse): Uint8Array {
  return encoder.encode(`event: pulse\ndata: ${JSON.stringify(pulse)}\n\n`);
}

/** Whether stream position a comes before b; positions are `<ms>-<sequence>`. */
function isBefore(a: string, b: string): boolean {
  const [aMs = 0, aSeq = 0] = a.split("-").map(Number);
  const [bMs = 0, bSeq = 0] = b.split("-").map(Number);
  return aMs < bMs || (aMs === bMs && aSeq < bSeq);
}
