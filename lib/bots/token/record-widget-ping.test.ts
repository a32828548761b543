import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import { requireBot } from "@/lib/bots/require-bot";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { purgeSightings } from "./purge-sightings";
import { recordWidgetPing } from "./record-widget-ping";

let test: Awaited<ReturnType<typeof createTestDb>>;
let owner: ActorCtx;
let stranger: ActorCtx;

beforeAll(async () => {
  test = await createTestDb();
  const ctx = createTestContext({ db: test.db });
  owner = { ...ctx, actor: await createTestActor(test.db) };
  stranger = { ...ctx, actor: await createTestActor(test.db) };
});
afterAll(() => test.close());

describe("recordWidgetPing", () => {
  it("writes another domain at once, and the same one every ten seconds at most, to its own row", async () => {
    const bot = await createBot(owner, { name: "看到" });
    const seenAt = async () => (await requireBot(owner, bot.id)).widgetLastSeenAt;
    await recordWidgetPing(owner, bot, "a.example");
    const first = await seenAt();
    const since = new Date(0);
    await test.db.sighting.updateMany({
      where: { botId: bot.id },
      data: { firstSeenAt: since, lastSeenAt: since },
    });
    await recordWidgetPing(owner, bot, "a.example");
    await recordWidgetPing(owner, bot, null);
    expect(await seenAt()).toEqual(first);
    await recordWidgetPing(owner, bot, "b.example");
    await recordWidgetPing(owner, bot, "a.example");
    expect((await requireBot(owner, bot.id)).widgetLastDomain).toBe("a.example");
    const [a, b, ...others] = await test.db.sighting.findMany({
      where: { botId: bot.id },
      orderBy: { domain: "asc" },
    });
    expect(a).toMatchObject({ domain: "a.example", firstSeenAt: since });
    expect(a?.lastSeenAt.getTime()).toBeGreaterThan(since.getTime());
    expect(b).toMatchObject({ domain: "b.example", firstSeenAt: b?.lastSeenAt });
    expect(others).toEqual([]);
  });

  it("forgets domains after half a year, and past the last 200 of a bot", async () => {
    const { id: botId, teamId } = await createBot(owner, { name: "很多" });
    const at = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000);
    const row = (domain: string, days: number) => ({
      ...{ botId, teamId, domain },
      ...{ firstSeenAt: at(365), lastSeenAt: at(days) },
    });
    await test.db.sighting.createMany({
      data: [row("old.example", 181), ...Array.from({ length: 203 }, (_, n) => row(`d${n}.example`, n / 10))],
    });
    let gone = 0;
    for (let count = -1; count !== 0; gone += count) count = await purgeSightings(test, 2);
    expect(gone).toBe(4);
    const left = await test.db.sighting.findMany({ where: { botId }, select: { domain: true } });
    expect(left).toHaveLength(200);
    expect(left).not.toContainEqual({ domain: "d200.example" });
    expect(left).toContainEqual({ domain: "d199.example" });
  });

  it("writes the time and the domain; without a domain the last one stays", async () => {
    const bot = await createBot(owner, { name: "心跳" });
    const edited = bot.updatedAt;
    await recordWidgetPing(owner, bot, "shop.example.com:8080");
    const seen = await requireBot(owner, bot.id);
    expect(seen).toMatchObject({ widgetLastDomain: "shop.example.com:8080", updatedAt: edited });
    expect(seen.widgetLastSeenAt).toBeInstanceOf(Date);
    expect(await test.db.sighting.findMany({ where: { botId: bot.id }, select: { domain: true } })).toEqual([
      { domain: "shop.example.com:8080" },
    ]);
    await recordWidgetPing(owner, bot, null);
    expect(await requireBot(owner, bot.id)).toMatchObject({ widgetLastDomain: "shop.example.com:8080" });
    await recordWidgetPing(owner, { id: bot.id, teamId: stranger.actor.teamId }, "evil.example");
    expect(await requireBot(owner, bot.id)).toMatchObject({ widgetLastDomain: "shop.example.com:8080" });
  });
});
