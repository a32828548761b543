import { afterAll, beforeAll, expect, it } from "vitest";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestShop, fillChats } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { maxChosen } from "./chosen-chats";
import { handBackChats, handBackChatsInput } from "./hand-back-chats";
import { moveChat } from "./move-chat";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let mei: ActorCtx;
beforeAll(async () => {
  shop = await createTestShop();
  [ming, mei] = [await createTestMember(shop, "小明"), await createTestMember(shop, "小美")];
});
afterAll(() => shop.close());

const parse = (ids: readonly string[]) => handBackChatsInput.safeParse({ conversationIds: ids.join(",") });
const handBack = (ctx: ActorCtx, ids: readonly string[]) =>
  handBackChats(ctx, handBackChatsInput.parse({ conversationIds: ids.join(",") }));

it("hands each chat back that can be, and says how many could not and why", async () => {
  const ids = await fillChats(shop, 8);
  for (const id of ids.slice(0, 3)) await moveChat(ming, id, "take");
  for (const id of ids.slice(3, 5)) await moveChat(mei, id, "take");
  const gone = [uuidv7(), uuidv7()];
  expect(await handBack(ming, [...ids, ...gone, ...ids])).toEqual({ done: 3, taken: 2, already: 3, gone: 2 });
  const states = new Map((await listChats(ming)).map(({ id, desk }) => [id, desk.state]));
  expect(ids.map((id) => states.get(id))).toEqual([
    ...["bot", "bot", "bot", "taken", "taken", "bot", "bot", "bot"],
  ]);
  const audit = await shop.ctx.db.auditEntry.findMany({ where: { action: "chats.handed_back" } });
  expect(audit.map(({ detail }) => detail)).toEqual([{ conversationIds: ids.slice(0, 3) }]);
  expect(await handBack(shop.strangerCtx, ids)).toEqual({ done: 0, taken: 0, already: 0, gone: 8 });
});

it("takes some chats at once, and ids only", () => {
  const many = Array.from({ length: maxChosen + 1 }, () => uuidv7());
  expect([[], ["x"], [uuidv7(), ""], many.slice(1), many].map((ids) => parse(ids).success)).toEqual([
    ...[false, false, true, true, false],
  ]);
});
