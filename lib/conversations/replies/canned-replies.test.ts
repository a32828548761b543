import { afterAll, beforeAll, expect, it } from "vitest";
import { uuidv7 } from "@/lib/db/uuidv7";
import { defaultReplies } from "@/lib/i18n/words/default-replies";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { fillReply } from "./fill-reply";
import { listCannedReplies } from "./list-canned-replies";
import {
  maxCannedReplies,
  removeCannedReply,
  saveCannedReply,
  saveCannedReplyInput,
} from "./save-canned-reply";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let stranger: ActorCtx;
beforeAll(async () => {
  shop = await createTestShop();
  ming = await createTestMember(shop, "小明");
  const teamId = uuidv7();
  await shop.ctx.db.team.create({ data: { id: teamId, name: "別人" } });
  stranger = { ...ming, actor: { ...ming.actor, teamId } };
});
afterAll(() => shop.close());

const names = async (ctx: ActorCtx) => (await listCannedReplies(ctx, "zh-TW")).map(({ name }) => name);
const reply = (fields: object = {}) =>
  saveCannedReplyInput.parse({
    ...{ replyId: uuidv7(), stage: "opening", name: "謝謝", text: "謝謝{訪客}！" },
    ...fields,
  });

it("a team begins with replies in the language of who looks first, once, each of which fills in", async () => {
  await Promise.all([listCannedReplies(ming, "en"), listCannedReplies(ming, "en")]);
  expect(await names(ming)).toEqual(defaultReplies.en.map(({ name }) => name));
  expect((await listCannedReplies(stranger, "zh-TW"))[0]?.text).toBe(defaultReplies["zh-TW"][0]?.text);
  const facts = {
    visitor: null,
    staff: "小明",
    bot: "小茶",
    shop: "茶行",
    hours: { zh: "每天", en: "daily" },
  };
  for (const { text } of Object.values(defaultReplies).flat())
    expect(fillReply(text, facts).text).not.toMatch(/[{}]/);
});

it("a reply is made once however often it is sent, changed, taken away and not brought back by itself", async () => {
  const made = reply();
  await saveCannedReply(ming, made);
  await saveCannedReply(ming, made);
  await saveCannedReply(ming, { ...made, stage: "handing_over", text: "謝謝。" });
  const found = (await listCannedReplies(ming, "en")).filter(({ id }) => id === made.replyId);
  expect(found).toEqual([{ id: made.replyId, stage: "handing_over", name: "謝謝", text: "謝謝。" }]);
  const notes = await shop.ctx.db.auditEntry.findMany({
    where: { targetId: made.replyId },
    orderBy: { id: "asc" },
  });
  expect(notes.map(({ action }) => action)).toEqual(["reply.created", "reply.updated"]);
  expect(notes.at(-1)?.before).toMatchObject({ text: "謝謝{訪客}！" });
  for (const { id } of await listCannedReplies(ming, "en")) await removeCannedReply(ming, { replyId: id });
  expect(await names(ming)).toEqual([]);
});

it("is changed by two at once field by field: who is second reads what the first wrote", async () => {
  const made = reply();
  const saved = async () => {
    const replies = await listCannedReplies(ming, "en");
    return replies.find(({ id }) => id === made.replyId);
  };
  const { replyId } = made;
  await saveCannedReply(ming, made);
  await saveCannedReply(ming, { replyId, name: "多謝", base: { name: made.name ?? "" } });
  await saveCannedReply(ming, { replyId, text: "甲", base: { text: made.text ?? "" } });
  expect(await saved()).toMatchObject({ name: "多謝", text: "甲" });
  await expect(
    saveCannedReply(ming, { replyId, text: "乙", stage: "going_on", base: { text: made.text ?? "" } }),
  ).rejects.toMatchObject({ code: "conflict", reason: "edited_elsewhere", theirs: { text: "甲" } });
  expect(await saved()).toMatchObject({ stage: "opening", text: "甲" });
  await saveCannedReply(ming, { replyId, text: "乙", base: { text: "甲" } });
  expect(await saved()).toMatchObject({ text: "乙" });
  await removeCannedReply(ming, { replyId });
  await expect(saveCannedReply(ming, { replyId, text: "丙", base: { text: "乙" } })).rejects.toMatchObject({
    code: "not_found",
  });
});

it("is the team's own", async () => {
  const made = reply();
  await saveCannedReply(ming, made);
  await expect(saveCannedReply(stranger, { ...made, text: "別人的" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(removeCannedReply(stranger, made)).rejects.toMatchObject({ code: "not_found" });
  expect(await names(stranger)).not.toContain("謝謝");
});

it("has a name of one line and a text, within bounds, and a team has so many", async () => {
  for (const wrong of [
    { name: " " },
    { name: "長".repeat(41) },
    { text: "" },
    { text: "長".repeat(1_501) },
    { stage: "x" },
    { replyId: "x" },
  ])
    expect(() => reply(wrong)).toThrow();
  const { teamId } = ming.actor;
  const count = await shop.ctx.db.cannedReply.count({ where: { teamId } });
  await shop.ctx.db.cannedReply.createMany({
    data: Array.from({ length: maxCannedReplies - count }, (_, n) => ({
      ...{ id: uuidv7(), teamId, stage: "opening" as const, name: `${n}`, text: "字", updatedAt: new Date() },
    })),
  });
  await expect(saveCannedReply(ming, reply())).rejects.toMatchObject({ reason: "too_many_replies" });
});
