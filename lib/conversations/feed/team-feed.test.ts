import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { feedKey } from "@/lib/kv/keys";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { type FeedSink, getFeedPosition, subscribeFeed } from "./team-feed";

const patience = { timeout: 20_000 };

let shop: Awaited<ReturnType<typeof createTestShop>>;
beforeAll(async () => {
  shop = await createTestShop();
});
afterAll(() => shop.close());

function recorder(capacity = Number.POSITIVE_INFINITY) {
  const chunks: string[] = [];
  let isClosed = false;
  const sink: FeedSink = {
    send: (chunk) => {
      if (chunks.length >= capacity) return false;
      chunks.push(new TextDecoder().decode(chunk));
      return true;
    },
    close: () => {
      isClosed = true;
    },
  };
  const field = (name: string) =>
    chunks.flatMap((chunk) => new RegExp(`^${name}: (.*)$`, "m").exec(chunk)?.[1] ?? []);
  return { sink, ids: () => field("id"), events: () => field("event"), isClosed: () => isClosed };
}

describe("subscribeFeed", () => {
  it("sends what comes, and after a break exactly what was missed", async () => {
    const start = await getFeedPosition(shop.ctx, shop.teamId);
    const steady = recorder();
    const stopSteady = await subscribeFeed(shop.ctx, shop.teamId, start, steady.sink);
    const restless = recorder();
    const stopRestless = await subscribeFeed(shop.ctx, shop.teamId, start, restless.sink);

    await shop.exchange("web_00000f01", "一");
    await vi.waitFor(() => expect(restless.ids()).toHaveLength(2), patience);
    stopRestless();
    await shop.exchange("web_00000f01", "二");
    const resumed = recorder();
    const stopResumed = await subscribeFeed(shop.ctx, shop.teamId, restless.ids().at(-1) ?? "", resumed.sink);
    await shop.exchange("web_00000f01", "三");

    await vi.waitFor(() => expect(steady.ids()).toHaveLength(6), patience);
    await vi.waitFor(() => expect([...restless.ids(), ...resumed.ids()]).toEqual(steady.ids()), patience);
    stopSteady();
    stopResumed();
  });

  it("loses and doubles nothing for screens that join while events flow", async () => {
    const start = await getFeedPosition(shop.ctx, shop.teamId);
    const screens: ReturnType<typeof recorder>[] = [];
    const stops: (() => void)[] = [];
    const writing = (async () => {
      for (let i = 0; i < 30; i++) await shop.exchange("web_00000f02", `第 ${i} 則`);
    })();
    for (let i = 0; i < 20; i++) {
      const screen = recorder();
      screens.push(screen);
      stops.push(await subscribeFeed(shop.ctx, shop.teamId, start, screen.sink));
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    await writing;
    for (const screen of screens) {
      await vi.waitFor(() => expect(screen.ids()).toHaveLength(60), patience);
      expect(screen.ids()).toEqual(screens[0]?.ids());
    }
    for (const stop of stops) stop();
  });

  it("says reset when what came after the position is gone, then goes on live", async () => {
    const start = await getFeedPosition(shop.ctx, shop.teamId);
    await shop.exchange("web_00000f03", "一");
    await shop.ctx.kv.redis.xtrim(feedKey(shop.teamId), { strategy: "MAXLEN", exactness: "=", threshold: 1 });
    const screen = recorder();
    const stop = await subscribeFeed(shop.ctx, shop.teamId, start, screen.sink);
    await shop.exchange("web_00000f03", "二");
    await vi.waitFor(() => expect(screen.events()).toEqual(["reset", "message", "message"]), patience);
    stop();
  });

  it("drops a screen that can't keep up and leaves the others", async () => {
    const start = await getFeedPosition(shop.ctx, shop.teamId);
    const slow = recorder(1);
    const steady = recorder();
    const stopSlow = await subscribeFeed(shop.ctx, shop.teamId, start, slow.sink);
    const stopSteady = await subscribeFeed(shop.ctx, shop.teamId, start, steady.sink);
    await shop.exchange("web_00000f04", "一");
    await vi.waitFor(() => expect(steady.ids()).toHaveLength(2), patience);
    expect(slow.isClosed()).toBe(true);
    stopSlow();
    stopSteady();
  });
});
