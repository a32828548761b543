import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import type { Ctx } from "@/lib/context";
import { publishTurn } from "@/lib/conversations/feed/publish-turn";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { deleteDocument } from "@/lib/knowledge/documents/delete-document";
import { keptVersions } from "@/lib/knowledge/documents/purge-documents";
import { chatsKey, turnsKey } from "@/lib/kv/keys";
import { createTestAccount, signInTestAccount } from "@/test/fixtures/test-account";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { runUpkeep } from "./run-upkeep";

let ctx: Ctx;
let owner: ActorCtx;
let close: () => Promise<void>;

beforeAll(async () => {
  const test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  close = test.close;
  owner = await signInTestAccount(ctx, await createTestAccount(ctx));
});
afterAll(() => close());
beforeEach(() => runUpkeep(ctx));

const ago = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000);

async function addDocument(botId: string, content = "運費一百元。") {
  return (await createDocument(owner, { botId, title: "運費", content })).documentId;
}

/** Copies a version so often that the document has `count` of them, the oldest written `days` ago. */
async function addVersions(documentId: string, count: number, days: number) {
  const { id: _, ...first } = await ctx.db.documentVersion.findFirstOrThrow({ where: { documentId } });
  await ctx.db.documentVersion.createMany({
    data: Array.from({ length: count - 1 }, (_, at) => ({
      ...first,
      id: uuidv7(),
      number: at + 2,
      createdAt: ago(days - at / 10),
    })),
  });
  await ctx.db.documentVersion.updateMany({
    where: { documentId, number: 1 },
    data: { createdAt: ago(days) },
  });
}

describe("runUpkeep", () => {
  it("has nothing to do where nothing is past its time", async () => {
    const bot = await createBot(owner, { name: "茶行" });
    const documentId = await addDocument(bot.id);
    await deleteDocument(owner, { botId: bot.id, documentId });
    await ctx.db.document.update({ where: { id: documentId }, data: { deletedAt: ago(29) } });
    await ctx.db.bot.update({ where: { id: bot.id }, data: { deletedAt: ago(29) } });
    await ctx.db.session.create({
      data: {
        ...{ id: uuidv7(), userId: owner.actor.userId, teamId: owner.actor.teamId },
        ...{ expiresAt: ago(29), revokedAt: ago(29) },
      },
    });
    expect(await runUpkeep(ctx)).toEqual({ deleted: {}, hasMore: false });
  });

  it("deletes sessions, links and invitations some time after their end", async () => {
    const { userId, teamId } = owner.actor;
    const session = (ends: object) =>
      ctx.db.session.create({ data: { id: uuidv7(), userId, teamId, expiresAt: ago(-1), ...ends } });
    const reset = (ends: object) =>
      ctx.db.passwordReset.create({
        data: { id: uuidv7(), userId, tokenHash: Buffer.from(uuidv7()), expiresAt: ago(-1), ...ends },
      });
    const invite = (ends: object) =>
      ctx.db.invite.create({
        data: {
          ...{
            id: uuidv7(),
            teamId,
            email: "a@example.test",
            role: "agent",
            tokenHash: Buffer.from(uuidv7()),
          },
          ...{ expiresAt: ago(-1), inviterId: userId },
          ...ends,
        },
      });
    const old = [
      await session({ revokedAt: ago(31) }),
      await session({ expiresAt: ago(31) }),
      await reset({ usedAt: ago(8) }),
      await reset({ expiresAt: ago(8) }),
      await invite({ acceptedAt: ago(31) }),
      await invite({ expiresAt: ago(31) }),
    ];
    const kept = [
      await session({ revokedAt: ago(2) }),
      await reset({}),
      await invite({ acceptedAt: ago(2) }),
    ];
    expect(await runUpkeep(ctx)).toEqual({ deleted: { "sign-ins": 4, invitations: 2 }, hasMore: false });
    const ids = (
      await Promise.all([
        ctx.db.session.findMany({ select: { id: true } }),
        ctx.db.passwordReset.findMany({ select: { id: true } }),
        ctx.db.invite.findMany({ select: { id: true } }),
      ])
    )
      .flat()
      .map(({ id }) => id);
    for (const { id } of old) expect(ids).not.toContain(id);
    for (const { id } of kept) expect(ids).toContain(id);
    expect(ids).toContain(owner.actor.sessionId);
  });

  it("keeps 20 versions of a document, all of 30 days, and the one that answers", async () => {
    const bot = await createBot(owner, { name: "版本" });
    const [old, young, few] = [
      await addDocument(bot.id),
      await addDocument(bot.id),
      await addDocument(bot.id),
    ];
    await addVersions(old, 25, 90);
    await addVersions(young, 25, 29);
    await addVersions(few, keptVersions.count, 90);
    // The first version of each is the one that answers.
    expect((await runUpkeep(ctx)).deleted).toEqual({ "old versions": 4 });
    const numbersOf = async (documentId: string) =>
      (await ctx.db.documentVersion.findMany({ where: { documentId }, orderBy: { number: "asc" } })).map(
        ({ number }) => number,
      );
    expect(await numbersOf(old)).toEqual([1, ...Array.from({ length: 20 }, (_, at) => at + 6)]);
    expect(await numbersOf(young)).toHaveLength(25);
    expect(await numbersOf(few)).toHaveLength(20);
    expect(await ctx.db.document.count({ where: { botId: bot.id, publishedVersionId: { not: null } } })).toBe(
      3,
    );
  });

  it("deletes what was deleted 30 days ago with all that hangs on it, in both stores, and nothing else", async () => {
    const [gone, kept] = [await createBot(owner, { name: "走" }), await createBot(owner, { name: "留" })];
    const { teamId } = owner.actor;
    const chats: string[] = [];
    for (const bot of [gone, kept]) {
      await addDocument(bot.id);
      const base = { bot: { id: bot.id, teamId }, domain: null, pageUrl: null, locale: null };
      const asked = await recordVisitorTurn(ctx, { ...base, chatId: "web_0000000a", text: "運費？" });
      const { id, startedAt, domain, visitorTurns, lastAsked, desk, ratings, tags } = asked.conversation;
      const summary = {
        id,
        botId: bot.id,
        chatId: "web_0000000a",
        domain,
        startedAt,
        visitorTurns,
        lastAsked,
        desk,
        ratings,
        tags,
      };
      await publishTurn(ctx, { teamId, summary, turn: asked.turn, isNew: true });
      chats.push(id);
    }
    const binned = await addDocument(kept.id);
    await deleteDocument(owner, { botId: kept.id, documentId: binned });
    await ctx.db.document.update({ where: { id: binned }, data: { deletedAt: ago(31) } });
    await ctx.db.bot.update({ where: { id: gone.id }, data: { deletedAt: ago(31) } });

    const { deleted } = await runUpkeep(ctx);
    expect(Object.keys(deleted).sort()).toEqual(["deleted bots", "deleted documents"]);
    expect(await ctx.db.bot.findUnique({ where: { id: gone.id } })).toBeNull();
    for (const count of [
      ctx.db.document.count({ where: { botId: gone.id } }),
      ctx.db.visitor.count({ where: { botId: gone.id } }),
      ctx.db.conversation.count({ where: { botId: gone.id } }),
      ctx.db.message.count({ where: { conversationId: chats[0] } }),
      ctx.db.documentVersion.count({ where: { documentId: binned } }),
    ])
      expect(await count).toBe(0);
    expect(await ctx.db.document.count({ where: { botId: kept.id } })).toBe(1);
    expect(await ctx.db.conversation.count({ where: { botId: kept.id } })).toBe(1);
    expect(await ctx.kv.redis.exists(turnsKey(teamId, chats[0] ?? ""))).toBe(0);
    expect(await ctx.kv.redis.exists(turnsKey(teamId, chats[1] ?? ""))).toBe(1);
    expect(await ctx.kv.redis.zscore(chatsKey(teamId), chats[0] ?? "")).toBeNull();
  });

  it("says when one round wasn't enough, and goes on with the next", async () => {
    const { userId, teamId } = owner.actor;
    const rows = Array.from({ length: 1_100 }, () => ({ id: uuidv7(), userId, teamId, expiresAt: ago(40) }));
    await ctx.db.session.createMany({ data: rows });
    expect(await runUpkeep(ctx, 2)).toEqual({ deleted: { "sign-ins": 1_000 }, hasMore: true });
    expect(await runUpkeep(ctx, 2)).toEqual({ deleted: { "sign-ins": 100 }, hasMore: false });
  });
});
