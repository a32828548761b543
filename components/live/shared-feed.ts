import type { Pulse } from "@/lib/conversations/feed/pulse";
import type { FeedEvent } from "@/lib/conversations/turns/turn";
import { FeedLog, isBefore, type LoggedEvent } from "./feed-log";
import type { openFeedStream } from "./open-feed-stream";
import type { StreamEvent } from "./parse-events";

/** `ended`: this browser is signed out, or works in another team now. */
export type FeedStatus = "live" | "delayed" | "reconnecting" | "ended";

export type FeedListener = {
  onEvent: (event: FeedEvent) => void;
  /** Events were lost to this tab: read the lists again. */
  onReset: () => void;
  /** What is so for a moment; who wasn't there never hears of it. */
  onPulse?: (pulse: Pulse) => void;
};

/** What a tab stands on, so that a test can be several tabs at once. */
export type FeedHost = {
  openStream: typeof openFeedStream;
  /** A line to the browser's other tabs of the same team; null where the browser has none. */
  openChannel: (onMessage: (message: TabMessage) => void) => Channel | null;
  isVisible: () => boolean;
};

export type Channel = { post: (message: TabMessage) => void; close: () => void };

/** What tabs tell each other. A leader's `term` is higher than that of all leaders before it. */
export type TabMessage = { from: string } & (
  | { type: "hello" }
  | { type: "alive"; term: number; status: FeedStatus; position: string }
  /** `before`: the position after which the first of the events comes. `to`: the one tab that asked for them. */
  | { type: "events"; term: number; before: string; events: LoggedEvent[]; to?: string }
  | { type: "reset"; term: number; position: string; to?: string }
  | { type: "pulse"; term: number; data: string }
  | { type: "missing"; after: string }
  | { type: "leaving" }
  | { type: "ended" }
);

type WithoutFrom<T> = T extends unknown ? Omit<T, "from"> : never;

const helloMs = 200;
/**
 * A leader's first word reaches the other tabs before its line is opened: of two that claim at once, one steps down.
 */
const settleMs = 120;
const tickMs = 500;
/** The server says something every 5 s. */
const silenceMs = 10_500;
/** What the leader doesn't answer for this long is asked again. */
const answerMs = 2_000;
const firstRetryMs = 500;
const maxRetryMs = 5_000;
/** So that not all tabs take a lost leader's place at once; those in the background let the others go first. */
const claimSpreadMs = 300;
const hiddenPatienceMs = 2_500;

/**
 * The team's live events in one tab. Of all tabs of a browser one, the leader, holds the line to the server and tells
 * the others; when it leaves, freezes or sleeps another takes its place, from the position it knows. Two leaders for a
 * moment do no harm:
 * a tab takes each event once, in order, and asks for what it lacks.
 */
export class SharedFeed {
  readonly #host: FeedHost;
  readonly #address: string;
  /** Not `randomUUID`: it is missing where a page isn't secure. */
  readonly #id = crypto.getRandomValues(new Uint32Array(4)).join("-");
  readonly #log: FeedLog;
  readonly #listeners = new Set<FeedListener>();
  readonly #statusListeners = new Set<() => void>();
  #status: FeedStatus = "reconnecting";
  #channel: Channel | null = null;
  #isLeader = false;
  #leaderId = "";
  #term = 0;
  #heardAt = 0;
  /** The position after which it asked the leader for what it lacks, and when. */
  #askedAfter = "";
  #askedAt = 0;
  #claim: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #retryMs = firstRetryMs;
  #tick: ReturnType<typeof setInterval> | undefined;
  #closeStream: (() => void) | null = null;

  /**
   * @param address of the team's stream, to which `&after=` is added
   * @param position up to which the page knows everything
   */
  constructor(address: string, position: string, host: FeedHost) {
    this.#address = address;
    this.#log = new FeedLog(position);
    this.#host = host;
  }

  readonly getStatus = (): FeedStatus => this.#status;

  readonly subscribeStatus = (listener: () => void): (() => void) => {
    this.#statusListeners.add(listener);
    return () => this.#statusListeners.delete(listener);
  };

  /** Tells a listener what came after a position, and then what comes. */
  follow(position: string, listener: FeedListener): () => void {
    const missed = this.#log.after(position);
    // A listener that is ahead of this tab is told some of what it knows again.
    this.#listeners.add(listener);
    if (missed === null) listener.onReset();
    else for (const { data } of missed) listener.onEvent(parseFeedEvent(data));
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    if (this.#tick !== undefined) return;
    this.#channel = this.#host.openChannel((message) => this.#receive(message));
    this.#heardAt = Date.now();
    this.#setStatus("reconnecting");
    this.#post({ type: "hello" });
    this.#claimAfter(this.#channel ? helloMs : 0);
    this.#tick = setInterval(() => this.look(), tickMs);
  }

  stop(): void {
    if (this.#isLeader) this.#post({ type: "leaving" });
    this.#stepDown();
    clearTimeout(this.#claim);
    clearInterval(this.#tick);
    this.#tick = undefined;
    this.#leaderId = "";
    this.#channel?.close();
    this.#channel = null;
  }

  /** Looks whether the line is still there; called by itself, and when the tab comes to the front. */
  look(): void {
    if (this.#tick === undefined || this.#status === "ended") return;
    if (this.#channel === null) this.#boundOwnStream();
    if (Date.now() - this.#heardAt < silenceMs) return;
    this.#setStatus("reconnecting");
    if (this.#isLeader) this.#reconnect();
    else if (this.#claim === undefined) this.#claimSoon();
  }

  /** The device lost or found its network: what was open is taken for dead, and tried again at once. */
  networkChanged(): void {
    if (this.#tick === undefined || this.#status === "ended") return;
    this.#setStatus("reconnecting");
    this.#retryMs = firstRetryMs;
    if (this.#isLeader) this.#reconnect();
    else this.#post({ type: "hello" });
  }

  /** Without a way to share, only a tab that is looked at keeps a line. */
  #boundOwnStream(): void {
    if (this.#host.isVisible()) {
      if (!this.#isLeader) this.#lead();
    } else if (this.#isLeader) {
      this.#stepDown();
      this.#setStatus("reconnecting");
    }
    if (!this.#isLeader) this.#heardAt = Date.now();
  }

  #claimAfter(ms: number): void {
    clearTimeout(this.#claim);
    this.#claim = setTimeout(() => this.#lead(), ms);
  }

  #claimSoon(): void {
    const patience = this.#host.isVisible() ? 0 : hiddenPatienceMs;
    this.#claimAfter(patience + Math.random() * claimSpreadMs);
  }

  #lead(): void {
    this.#claim = undefined;
    if (this.#isLeader || this.#status === "ended") return;
    this.#isLeader = true;
    this.#term += 1;
    this.#leaderId = this.#id;
    this.#retryMs = firstRetryMs;
    this.#heardAt = Date.now();
    this.#tellAlive();
    clearTimeout(this.#retry);
    if (this.#channel) this.#retry = setTimeout(() => this.#connect(), settleMs);
    else this.#connect();
  }

  #stepDown(): void {
    this.#isLeader = false;
    clearTimeout(this.#retry);
    this.#closeStream?.();
    this.#closeStream = null;
  }

  #connect(): void {
    clearTimeout(this.#retry);
    this.#closeStream?.();
    this.#heardAt = Date.now();
    this.#closeStream = this.#host.openStream(`${this.#address}&after=${this.#log.position}`, {
      onOpen: () => {
        this.#retryMs = firstRetryMs;
        this.#heardAt = Date.now();
        this.#setStatus("live");
      },
      onEvent: (event) => this.#readStream(event),
      onEnd: (status) => {
        this.#closeStream = null;
        if (status === 401 || status === 403) this.#end();
        else this.#reconnect();
      },
    });
  }

  #reconnect(): void {
    this.#closeStream?.();
    this.#closeStream = null;
    this.#setStatus("reconnecting");
    this.#heardAt = Date.now();
    this.#tellAlive();
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#connect(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, maxRetryMs);
  }

  #readStream({ event, id, data }: StreamEvent): void {
    this.#heardAt = Date.now();
    if (event === "message") {
      const before = this.#log.position;
      if (this.#take({ id, data }))
        this.#post({ type: "events", term: this.#term, before, events: [{ id, data }] });
    } else if (event === "reset") {
      this.#post({ type: "reset", term: this.#term, position: id });
      this.#reset(id);
    } else if (event === "pulse") {
      this.#post({ type: "pulse", term: this.#term, data });
      this.#tellPulse(data);
    } else if (event === "status") {
      this.#setStatus(JSON.parse(data).isDelayed === true ? "delayed" : "live");
    } else this.#tellAlive();
  }

  #receive(message: TabMessage): void {
    if (message.from === this.#id || this.#status === "ended") return;
    if (message.type === "hello") {
      if (this.#isLeader) this.#tellAlive();
    } else if (message.type === "missing") {
      if (this.#isLeader) this.#answerMissing(message.from, message.after);
    } else if (message.type === "ended") this.#end();
    else if (message.type === "leaving") {
      if (message.from === this.#leaderId) this.#claimSoon();
    } else if ("to" in message && message.to !== undefined && message.to !== this.#id) return;
    else if (this.#isFollowing(message)) this.#follow(message);
  }

  /** Whether the sender leads, seen from here: the higher term does, of two alike the smaller id. */
  #isFollowing({ from, term }: { from: string; term: number }): boolean {
    const isOutdone =
      term < this.#term || (term === this.#term && this.#leaderId !== "" && from > this.#leaderId);
    if (isOutdone) {
      if (this.#isLeader) this.#tellAlive();
      return false;
    }
    if (this.#isLeader) this.#stepDown();
    this.#term = term;
    this.#leaderId = from;
    clearTimeout(this.#claim);
    this.#claim = undefined;
    return true;
  }

  #follow(message: TabMessage & { term: number }): void {
    this.#heardAt = Date.now();
    if (message.type === "alive") {
      this.#setStatus(message.status);
      if (isBefore(this.#log.position, message.position)) this.#askMissing();
    } else if (message.type === "reset") this.#reset(message.position);
    else if (message.type === "pulse") this.#tellPulse(message.data);
    else if (message.type === "events") {
      if (isBefore(this.#log.position, message.before)) this.#askMissing();
      else for (const event of message.events) this.#take(event);
    }
  }

  #askMissing(): void {
    if (this.#askedAfter === this.#log.position && Date.now() - this.#askedAt < answerMs) return;
    this.#askedAfter = this.#log.position;
    this.#askedAt = Date.now();
    this.#post({ type: "missing", after: this.#log.position });
  }

  #answerMissing(to: string, after: string): void {
    const events = this.#log.after(after);
    if (events === null) this.#post({ type: "reset", term: this.#term, position: this.#log.position, to });
    else if (events.length > 0) this.#post({ type: "events", term: this.#term, before: after, events, to });
  }

  #take(event: LoggedEvent): boolean {
    if (!this.#log.add(event)) return false;
    const parsed = parseFeedEvent(event.data);
    for (const { onEvent } of this.#listeners) onEvent(parsed);
    return true;
  }

  #tellPulse(data: string): void {
    const pulse = parsePulse(data);
    for (const { onPulse } of this.#listeners) onPulse?.(pulse);
  }

  #reset(position: string): void {
    this.#log.reset(position);
    for (const { onReset } of this.#listeners) onReset();
  }

  #end(): void {
    if (this.#isLeader) this.#post({ type: "ended" });
    this.#stepDown();
    this.#setStatus("ended");
  }

  #tellAlive(): void {
    this.#post({ type: "alive", term: this.#term, status: this.#status, position: this.#log.position });
  }

  #setStatus(status: FeedStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    if (this.#isLeader && status !== "ended") this.#tellAlive();
    for (const listener of this.#statusListeners) listener();
  }

  #post(message: WithoutFrom<TabMessage>): void {
    this.#channel?.post({ ...message, from: this.#id });
  }
}

/** Our own server wrote the event as a Pulse. */
function parsePulse(data: string): Pulse {
  return JSON.parse(data);
}

/** Our own server wrote the event as a FeedEvent. */
function parseFeedEvent(data: string): FeedEvent {
  return JSON.parse(data);
}
