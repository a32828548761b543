import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Channel, type FeedHost, SharedFeed, type TabMessage } from "./shared-feed";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Line = Parameters<FeedHost["openStream"]>[1] & { url: string; isOpen: boolean };

/** A browser with tabs of one team, and the server they reach; positions are `<n>-0`. */
class Browser {
  readonly lines: Line[] = [];
  readonly #channels = new Set<{ tab: Tab; receive: (message: TabMessage) => void }>();
  #events: number[] = [];
  isServerUp = true;
  /** How long a message takes from one tab to the others. */
  messageMs = 0;
  refusal: number | null = null;

  open(position = "0-1", { isVisible = true, hasChannel = true } = {}): Tab {
    return new Tab(this, position, { isVisible, hasChannel });
  }

  host(tab: Tab, hasChannel: boolean): FeedHost {
    return {
      isVisible: () => tab.isVisible,
      openStream: (url, handlers) => this.#connect(url, handlers),
      openChannel: (receive) => {
        if (!hasChannel) return null;
        const end = { tab, receive };
        this.#channels.add(end);
        const channel: Channel = {
          post: (message) => {
            if (!tab.isFrozen)
              for (const other of this.#channels)
                if (other !== end && !other.tab.isFrozen) this.#carry(() => other.receive(message));
          },
          close: () => this.#channels.delete(end),
        };
        return channel;
      },
    };
  }

  #carry(deliver: () => void): void {
    if (this.messageMs === 0) queueMicrotask(deliver);
    else setTimeout(deliver, this.messageMs);
  }

  #connect(url: string, handlers: Parameters<FeedHost["openStream"]>[1]): () => void {
    const line: Line = { ...handlers, url, isOpen: true };
    this.lines.push(line);
    const after = Number(new URL(url, "http://x").searchParams.get("after")?.split("-")[0]);
    queueMicrotask(() => {
      if (!line.isOpen) return;
      if (this.refusal !== null || !this.isServerUp) {
        line.isOpen = false;
        return line.onEnd(this.refusal);
      }
      line.onOpen();
      for (const n of this.#events.filter((n) => n > after)) this.#sendOn(line, n);
    });
    return () => {
      line.isOpen = false;
    };
  }

  get openLines(): Line[] {
    return this.lines.filter(({ isOpen }) => isOpen);
  }

  send(n: number): void {
    this.#events.push(n);
    for (const line of this.openLines) this.#sendOn(line, n);
  }

  #sendOn(line: Line, n: number): void {
    line.onEvent({ event: "message", id: `${n}-0`, data: JSON.stringify(n) });
  }

  beat(): void {
    for (const line of this.openLines) line.onEvent({ event: "alive", id: "", data: "{}" });
  }

  endAll(status: number | null): void {
    for (const line of this.openLines) {
      line.isOpen = false;
      line.onEnd(status);
    }
  }

  /** Time passes; the server says something each five seconds. */
  async pass(seconds: number, { isSilent = false } = {}): Promise<void> {
    for (let half = 1; half <= seconds * 2; half++) {
      await vi.advanceTimersByTimeAsync(500);
      if (!isSilent && half % 10 === 0) this.beat();
    }
    await vi.advanceTimersByTimeAsync(0);
  }
}

class Tab {
  isVisible: boolean;
  isFrozen = false;
  readonly got: unknown[] = [];
  resets = 0;
  readonly feed: SharedFeed;

  constructor(
    browser: Browser,
    position: string,
    { isVisible, hasChannel }: { isVisible: boolean; hasChannel: boolean },
  ) {
    this.isVisible = isVisible;
    this.feed = new SharedFeed("/api/live?team=t", position, browser.host(this, hasChannel));
    this.feed.follow(position, {
      onEvent: (event) => this.got.push(event),
      onReset: () => {
        this.resets += 1;
      },
    });
    this.feed.start();
  }

  get status(): string {
    return this.feed.getStatus();
  }
}

describe("SharedFeed", () => {
  it("holds one line for seven tabs, each of which has every event once, in order", async () => {
    const browser = new Browser();
    const tabs = Array.from({ length: 7 }, () => browser.open());
    await browser.pass(3);
    expect(browser.openLines).toHaveLength(1);
    expect(tabs.map(({ status }) => status)).toEqual(Array(7).fill("live"));
    for (const n of [1, 2, 3]) browser.send(n);
    await browser.pass(1);
    for (const tab of tabs) expect(tab.got).toEqual([1, 2, 3]);
  });

  it("goes on in another tab when the leader closes, and loses and doubles nothing", async () => {
    const browser = new Browser();
    const first = browser.open();
    await browser.pass(1);
    const others = [browser.open(), browser.open()];
    await browser.pass(1);
    browser.send(1);
    await browser.pass(1);
    first.feed.stop();
    browser.send(2);
    await browser.pass(2);
    browser.send(3);
    await browser.pass(1);
    expect(browser.openLines).toHaveLength(1);
    for (const tab of others) expect([tab.status, tab.got]).toEqual(["live", [1, 2, 3]]);
  });

  it("asks the server once for all that claim the line at the same moment", async () => {
    const browser = new Browser();
    browser.messageMs = 60;
    const first = browser.open();
    await browser.pass(1);
    const others = Array.from({ length: 6 }, () => browser.open());
    await browser.pass(1);
    browser.lines.length = 0;
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    first.feed.stop();
    await browser.pass(3);
    vi.restoreAllMocks();
    expect(browser.lines).toHaveLength(1);
    for (const tab of others) expect(tab.status).toBe("live");
  });

  it("goes on within 12 s when the leader freezes, which follows when it is back", async () => {
    const browser = new Browser();
    const leader = browser.open();
    await browser.pass(1);
    const other = browser.open("0-1");
    await browser.pass(1);
    leader.isFrozen = true;
    const frozen = browser.openLines[0];
    browser.send(1);
    await browser.pass(12);
    expect([other.status, other.got]).toEqual(["live", [1]]);
    browser.send(2);
    leader.isFrozen = false;
    await browser.pass(12);
    expect(browser.openLines).toHaveLength(1);
    expect(browser.openLines[0]).not.toBe(frozen);
    browser.send(3);
    await browser.pass(1);
    for (const tab of [leader, other]) expect([tab.status, tab.got]).toEqual(["live", [1, 2, 3]]);
  });

  it("never says live 12 s after the line died, in no tab, and comes back by itself with what was missed", async () => {
    const browser = new Browser();
    const tabs = [browser.open(), browser.open()];
    await browser.pass(5);
    expect(tabs.map(({ status }) => status)).toEqual(["live", "live"]);
    browser.isServerUp = false;
    for (const line of browser.openLines) line.isOpen = false;
    await browser.pass(12, { isSilent: true });
    expect(tabs.map(({ status }) => status)).toEqual(["reconnecting", "reconnecting"]);
    browser.send(1);
    browser.isServerUp = true;
    await browser.pass(8);
    for (const tab of tabs) expect([tab.status, tab.got]).toEqual(["live", [1]]);
    expect(browser.openLines).toHaveLength(1);
  });

  it("says so at once when the network goes", async () => {
    const browser = new Browser();
    const tabs = [browser.open(), browser.open()];
    await browser.pass(2);
    browser.isServerUp = false;
    for (const tab of tabs) tab.feed.networkChanged();
    expect(tabs.map(({ status }) => status)).toEqual(["reconnecting", "reconnecting"]);
    browser.isServerUp = true;
    await browser.pass(6);
    expect(tabs.map(({ status }) => status)).toEqual(["live", "live"]);
  });

  it("brings a tab up to date that the leader is ahead of, and resets one that is too far behind", async () => {
    const browser = new Browser();
    const leader = browser.open("5-0");
    await browser.pass(1);
    for (const n of [6, 7, 8]) browser.send(n);
    const late = browser.open("6-0");
    const older = browser.open("2-0");
    await browser.pass(2);
    expect(late.got).toEqual([7, 8]);
    expect([older.got, older.resets]).toEqual([[], 1]);
    browser.send(9);
    await browser.pass(1);
    expect([leader.got, late.got, older.got]).toEqual([[6, 7, 8, 9], [7, 8, 9], [9]]);
  });

  it("tells a later listener what came since its page was made", async () => {
    const browser = new Browser();
    const tab = browser.open("1-0");
    await browser.pass(1);
    for (const n of [2, 3]) browser.send(n);
    const got: unknown[] = [];
    let resets = 0;
    const listener = { onEvent: (event: unknown) => got.push(event), onReset: () => (resets += 1) };
    tab.feed.follow("2-0", listener);
    expect([got, resets]).toEqual([[3], 0]);
    tab.feed.follow("0-5", listener);
    expect(resets).toBe(1);
  });

  it("stops all tabs when the session is over or works in another team", async () => {
    const browser = new Browser();
    const tabs = [browser.open(), browser.open(), browser.open()];
    await browser.pass(1);
    browser.refusal = 403;
    browser.endAll(200);
    await browser.pass(3);
    expect(tabs.map(({ status }) => status)).toEqual(["ended", "ended", "ended"]);
    browser.refusal = null;
    await browser.pass(30);
    expect(browser.openLines).toEqual([]);
  });

  it("without a way to share keeps a line only while it is looked at", async () => {
    const browser = new Browser();
    const tab = browser.open("0-1", { hasChannel: false });
    await browser.pass(1);
    expect(tab.status).toBe("live");
    tab.isVisible = false;
    await browser.pass(1);
    expect([browser.openLines.length, tab.status]).toEqual([0, "reconnecting"]);
    browser.send(1);
    tab.isVisible = true;
    await browser.pass(1);
    expect([browser.openLines.length, tab.status, tab.got]).toEqual([1, "live", [1]]);
  });
});
