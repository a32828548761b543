import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { listQueriedChats } from "@/lib/conversations/inbox/list-queried-chats";
import { placeOf } from "@/lib/conversations/inbox/query/list-order";
import { searchChats } from "@/lib/conversations/inbox/search-chats";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestShop, fillChats } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { snoozeChat } from "./snooze-chats";
import { wakeChat } from "./wake-chats";

const query = { view: "snoozed" } as const;
const minute = 60_000;

let shop: Awaited<ReturnType<typeof createTestShop>>;
let member: ActorCtx;
beforeAll(async () => {
  shop = await createTestShop();
  member = await createTestMember(shop, "小明");
});
afterAll(() => shop.close());

/** Puts chats off until the given minutes from now. */
async function putOff(ids: readonly string[], minutes: (index: number) => number): Promise<void> {
  const start = Math.ceil(Date.now() / minute) * minute + 60 * minute;
  for (const [index, id] of ids.entries())
    await shop.ctx.db.conversation.update({
      where: { id },
      data: {
        ...{ state: "snoozed", stateAt: new Date(), snoozedFrom: "bot" },
        snoozedUntil: new Date(start + minutes(index) * minute),
      },
    });
}

describe("the list of snoozed chats", () => {
  it("goes by when they come back, soonest first, over all pages and whatever their activity", async () => {
    const ids = await fillChats(shop, 430);
    // Five at each time, in an order that neither their ids nor their activity have.
    await putOff(ids, (index) => Math.floor(((index * 7) % 430) / 5));
    const rows = await shop.ctx.db.conversation.findMany({ where: { state: "snoozed" } });
    const expected = rows
      .map(({ id, snoozedUntil }) => ({ id, at: snoozedUntil?.getTime() ?? 0 }))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const listed: string[] = [];
    const sizes: number[] = [];
    for (let after: { at: number; id: string } | undefined; ; ) {
      const page = await getChatPage(member, { query, after });
      sizes.push(page.chats.length);
      listed.push(...page.chats.map(({ id }) => id));
      const last = page.chats.at(-1);
      if (!page.hasOlder || !last) break;
      after = placeOf(query, last);
    }
    expect(sizes).toEqual([200, 200, 30]);
    expect(listed).toEqual(expected.map(({ id }) => id));
    // From the middle of those that come back at one time.
    const after = expected[12];
    const rest = await listQueriedChats(member, { query, ...(after && { after }) });
    expect(rest.map(({ id }) => id)).toEqual(expected.slice(13, 213).map(({ id }) => id));

    const found = await searchChats(member, { text: "塞滿", query });
    expect(found.map(({ id }) => id)).toEqual(listed.slice(0, 100));
    // The list of all chats goes by their activity still.
    expect((await getChatPage(member)).chats.map(({ id }) => id)).toEqual(ids.slice(0, 200));
  });

  it("is filtered, and goes on from a chat that is back meanwhile", async () => {
    const ids = await Promise.all(
      ["0a", "0b", "0c"].map(
        async (label) => (await shop.exchange(`web_00005e${label}`, "改期")).conversationId,
      ),
    );
    const [first = "", second = "", third = ""] = ids;
    await shop.ctx.db.conversation.updateMany({ where: { id: { in: ids } }, data: { domain: "a.example" } });
    await snoozeChat(member, { conversationId: third, until: "later" });
    await putOff([first, second], (index) => 1_000 + index);
    const ofSite = { ...query, site: "a.example" };
    const read = async (from?: { at: number; id: string }) =>
      (await listQueriedChats(member, { query: ofSite, ...(from && { after: from }) })).map(({ id }) => id);
    expect(await read()).toEqual([third, first, second]);
    const [soonest] = await listQueriedChats(member, { query: ofSite });
    await wakeChat(member, { conversationId: third });
    expect(await read(soonest && placeOf(query, soonest))).toEqual([first, second]);
    expect(await read()).toEqual([first, second]);
    expect((await searchChats(member, { text: "改期", query: ofSite })).map(({ id }) => id)).toEqual([
      ...[first, second],
    ]);
  });
});
