import { afterAll, beforeAll, expect, it } from "vitest";
import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { TEA_SHOP } from "@/test/fixtures/test-documents";
import { createTestMember } from "@/test/fixtures/test-member";
import { draftReply } from "./draft-reply";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
beforeAll(async () => {
  shop = await createTestShop();
  ming = await createTestMember(shop, "小明");
  const owner = { ...ming, actor: { ...ming.actor, role: "owner" as const } };
  for (const { title, text } of Object.values(TEA_SHOP))
    await createDocument(owner, { botId: shop.botId, title, content: text });
});
afterAll(() => shop.close());

it("says what the documents have to the visitor's newest question, past words that ask nothing, and records nothing", async () => {
  const { conversationId } = await shop.exchange("web_0000fa01", "滿多少免運");
  for (const text of ["謝謝", "還在嗎"]) await shop.exchange("web_0000fa01", text);
  const before = await getTranscript(ming, conversationId);
  const draft = await draftReply(ming, { conversationId });
  expect(draft?.text).toContain("1,200");
  await shop.exchange("web_0000fa01", "可以退貨嗎");
  const next = await draftReply(ming, { conversationId });
  expect(next?.text).not.toContain("1,200");
  expect(next?.text).toMatch(/退/);
  expect((await getTranscript(ming, conversationId)).length).toBe(before.length + 2);
});

it("says nothing where the documents don't, and is for the team's own chats", async () => {
  const { conversationId } = await shop.exchange("web_0000fa02", "你們總統是誰");
  expect(await draftReply(ming, { conversationId })).toBeNull();
  for (const [ctx, id] of [
    [shop.strangerCtx, conversationId],
    [ming, uuidv7()],
  ] as const)
    await expect(draftReply(ctx, { conversationId: id })).rejects.toMatchObject({ code: "not_found" });
});
