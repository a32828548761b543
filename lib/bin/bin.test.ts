import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import { deleteBot } from "@/lib/bots/delete-bot";
import { getBot } from "@/lib/bots/get-bot";
import { listDeletedBots } from "@/lib/bots/list-deleted-bots";
import { restoreBot } from "@/lib/bots/restore-bot";
import { botLimits } from "@/lib/bots/settings/bot-input";
import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import type { Bot } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { deleteDocument } from "@/lib/knowledge/documents/delete-document";
import { getDocument } from "@/lib/knowledge/documents/get-document";
import { listDeletedDocuments } from "@/lib/knowledge/documents/list-deleted-documents";
import { purgeDocument } from "@/lib/knowledge/documents/purge-document";
import { restoreDocument } from "@/lib/knowledge/documents/restore-document";
import { getDocumentVersion } from "@/lib/knowledge/documents/versions/get-document-version";
import { purgeBot } from "@/lib/upkeep/purge-bot";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { binDays } from "./bin-days";

let test: Awaited<ReturnType<typeof createTestDb>>;
let owner: ActorCtx;
let editor: ActorCtx;
let stranger: ActorCtx;
let bot: Bot;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.close());
beforeEach(async () => {
  owner = { ...createTestContext({ db: test.db }), actor: await createTestActor(test.db) };
  editor = { ...owner, actor: await createTestActor(test.db, "editor", owner.actor) };
  stranger = { ...owner, actor: await createTestActor(test.db) };
  bot = await createBot(owner, { name: "茶行" });
});

const longAgo = () => new Date(Date.now() - (binDays * 24 + 1) * 60 * 60_000);

it("a bot comes back with its token and documents, and says when its name was taken", async () => {
  const { documentId } = await createDocument(owner, { botId: bot.id, title: "運費", content: "滿千免運。" });
  await deleteBot(owner, { botId: bot.id, confirmName: "茶行" });
  expect(await getBotByToken(owner, bot.widgetToken)).toBeNull();
  expect(await getDocument(owner, { botId: bot.id, documentId })).toBeNull();
  expect(await listDeletedBots(owner)).toMatchObject([{ id: bot.id, name: "茶行" }]);
  await expect(listDeletedBots(editor)).rejects.toMatchObject({ code: "forbidden" });
  await expect(restoreBot(editor, { botId: bot.id })).rejects.toMatchObject({ code: "forbidden" });
  for (const botId of [bot.id, uuidv7(), "x"])
    await expect(restoreBot(stranger, { botId })).rejects.toMatchObject({ code: "not_found" });

  await createBot(owner, { name: "茶行" });
  expect(await restoreBot(owner, { botId: bot.id })).toEqual({ name: "茶行", hasNamesake: true });
  expect(await getBotByToken(owner, bot.widgetToken)).toMatchObject({ id: bot.id });
  expect(await getDocument(owner, { botId: bot.id, documentId })).toMatchObject({ content: "滿千免運。" });
  expect(await listDeletedBots(owner)).toEqual([]);
  await expect(restoreBot(owner, { botId: bot.id })).rejects.toMatchObject({ code: "not_found" });
});

it("the bin counts against no limit, and brings nothing back over it or after its days", async () => {
  await deleteBot(owner, { botId: bot.id, confirmName: "茶行" });
  await test.db.bot.createMany({
    data: Array.from({ length: botLimits.botsInTeam }, (_, at) => {
      const id = uuidv7();
      return { id, teamId: owner.actor.teamId, name: String(at), widgetToken: id.replaceAll("-", "") };
    }),
  });
  await expect(restoreBot(owner, { botId: bot.id })).rejects.toMatchObject({ reason: "too_many_bots" });
  const [other] = await test.db.bot.findMany({ where: { teamId: owner.actor.teamId, name: "0" } });
  await deleteBot(owner, { botId: other?.id ?? "", confirmName: "0" });
  await restoreBot(owner, { botId: bot.id });

  const where = { id: other?.id ?? "" };
  await test.db.bot.update({ where, data: { deletedAt: longAgo() } });
  expect(await listDeletedBots(owner)).toEqual([]);
  await expect(restoreBot(owner, { botId: where.id })).rejects.toMatchObject({ code: "not_found" });
});

it("a bot deleted for good takes its chats along, and only from the bin", async () => {
  const { teamId } = owner.actor;
  const [visitorId, conversationId] = [uuidv7(), uuidv7()];
  await createDocument(owner, { botId: bot.id, title: "運費", content: "滿千免運。" });
  await test.db.visitor.create({ data: { id: visitorId, teamId, botId: bot.id } });
  await test.db.conversation.create({
    data: { id: conversationId, teamId, botId: bot.id, visitorId, chatId: "web_00000001", lastTurnMs: 1n },
  });
  await expect(purgeBot(owner, { botId: bot.id })).rejects.toMatchObject({ code: "not_found" });
  await deleteBot(owner, { botId: bot.id, confirmName: "茶行" });
  await expect(purgeBot(editor, { botId: bot.id })).rejects.toMatchObject({ code: "forbidden" });
  await expect(purgeBot(stranger, { botId: bot.id })).rejects.toMatchObject({ code: "not_found" });
  await purgeBot(owner, { botId: bot.id });
  expect(await test.db.bot.count({ where: { id: bot.id } })).toBe(0);
  expect(await test.db.conversation.count({ where: { teamId } })).toBe(0);
  expect(await test.db.document.count({ where: { teamId } })).toBe(0);
  expect(await test.db.auditEntry.count({ where: { action: "bot.purge", targetId: bot.id } })).toBe(1);
});

it("a document leaves the bin by its way back, for good, or after its days", async () => {
  const { documentId } = await createDocument(owner, { botId: bot.id, title: "運費", content: "滿千免運。" });
  const id = { botId: bot.id, documentId };
  await expect(purgeDocument(owner, id)).rejects.toMatchObject({ code: "not_found" });
  await deleteDocument(editor, id);
  expect(await listDeletedDocuments(editor, id)).toMatchObject([{ id: documentId, title: "運費" }]);
  await expect(listDeletedDocuments(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(purgeDocument(editor, id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(purgeDocument(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  await restoreDocument(editor, id);
  expect(await listDeletedDocuments(owner, id)).toEqual([]);
  await deleteDocument(owner, id);
  await test.db.document.update({ where: { id: documentId }, data: { deletedAt: longAgo() } });
  await expect(restoreDocument(owner, id)).rejects.toMatchObject({ code: "not_found" });
  await purgeDocument(owner, id);
  expect(await test.db.documentVersion.count({ where: { documentId } })).toBe(0);
  expect(await getBot(owner, bot.id)).not.toBeNull();
});

it("the same new document sent twice is one, and a version is its team's alone", async () => {
  const input = { botId: bot.id, title: "運費", content: "滿千免運。", documentId: uuidv7() };
  const first = await createDocument(owner, input);
  expect(first).toEqual({ documentId: input.documentId, number: 1 });
  expect(await createDocument(owner, input)).toEqual(first);
  const other = await createDocument(owner, { ...input, content: "別的" });
  expect(other.documentId).not.toBe(input.documentId);
  const foreignBot = await createBot(stranger, { name: "別家" });
  const foreign = await createDocument(stranger, { ...input, botId: foreignBot.id });
  expect(foreign.documentId).not.toBe(input.documentId);

  const version = { botId: bot.id, documentId: input.documentId, number: 1 };
  expect(await getDocumentVersion(owner, version)).toMatchObject({ content: "滿千免運。" });
  expect(await getDocumentVersion(owner, { ...version, number: 2 })).toBeNull();
  expect(await getDocumentVersion(stranger, version)).toBeNull();
});
