import { afterAll, beforeAll, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import type { ActorCtx } from "@/lib/identity/actor";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { deleteDocument } from "@/lib/knowledge/documents/delete-document";
import { updateDocument } from "@/lib/knowledge/documents/update-document";
import { BotIndex } from "@/lib/knowledge/index/bot-index";
import { encodeVectors } from "@/lib/knowledge/index/vectors";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { readSegments } from "./read-segments";
import { updateIndex } from "./update-index";

let test: Awaited<ReturnType<typeof createTestDb>>;
let owner: ActorCtx;
let bot: { id: string; teamId: string };
const ids: string[] = [];

beforeAll(async () => {
  test = await createTestDb();
  owner = { ...createTestContext({ db: test.db }), actor: await createTestActor(test.db) };
  bot = { id: (await createBot(owner, { name: "茶行" })).id, teamId: owner.actor.teamId };
  for (let at = 0; at < 104; at++)
    ids.push((await create(`第 ${at} 號茶`, `第 ${at} 號茶一盒 ${at + 300} 元。`)).documentId);
}, 60_000);
afterAll(() => test.close());

const create = (title: string, content: string) => createDocument(owner, { botId: bot.id, title, content });
const find = (index: BotIndex, question: string) =>
  index.search(question, { limit: 5 }).hits.map(({ versionId, passage, start, end }) => ({
    ...{ versionId, passage, start, end },
  }));

it("has what a fresh one has after documents came, changed and went, and reads only those", async () => {
  const index = await BotIndex.load(readSegments(test.db, bot));
  await create("離島運費", "離島運費一百二十元。");
  const botId = bot.id;
  const edit = {
    botId,
    documentId: ids[7] ?? "",
    title: "保固",
    content: "茶壺保固十八個月。",
    baseVersion: 1,
  };
  await updateDocument(owner, edit);
  await deleteDocument(owner, { botId, documentId: ids[9] ?? "" });
  const asked: string[] = [];
  const reads = test.db.$extends({
    query: {
      documentVersion: {
        findMany: ({ args, query }) => {
          asked.push(...Object(args.where?.id).in);
          return query(args);
        },
      },
    },
  });
  expect(await updateIndex(Object(reads), bot, index)).toBe(true);
  expect(asked).toHaveLength(2);
  const fresh = await BotIndex.load(readSegments(test.db, bot));
  expect(new Map(index.documents)).toEqual(new Map(fresh.documents));
  expect(index.passageCount).toBe(fresh.passageCount);
  for (const question of ["離島運費多少", "茶壺保固多久", "第 9 號茶多少錢", "第 12 號茶多少錢"])
    expect(find(index, question)[0]).toEqual(find(fresh, question)[0]);
});

it("takes in vectors that came since", async () => {
  const index = await BotIndex.load(readSegments(test.db, bot));
  expect(index.vectorModels).toEqual([]);
  const { publishedVersionId } = await test.db.document.findUniqueOrThrow({ where: { id: ids[3] ?? "" } });
  await test.db.documentVersion.update({
    where: { id: publishedVersionId ?? "" },
    data: { vectors: Buffer.from(encodeVectors([[1, 0]])), vectorModel: "m" },
  });
  expect(await updateIndex(test.db, bot, index)).toBe(true);
  expect(index.vectorModels).toEqual(["m"]);
});

it("leaves the index as it was where much changed, and where a bot has little", async () => {
  const few = { id: (await createBot(owner, { name: "小店" })).id, teamId: bot.teamId };
  const index = await BotIndex.load(readSegments(test.db, few));
  await createDocument(owner, { botId: few.id, title: "運費", content: "運費八十元。" });
  expect(await updateIndex(test.db, few, index)).toBe(false);
  const own = await BotIndex.load(readSegments(test.db, bot));
  const before = own.passageCount;
  await test.db.document.updateMany({
    where: { id: { in: ids.slice(20, 50) } },
    data: { deletedAt: new Date() },
  });
  expect(await updateIndex(test.db, bot, own)).toBe(false);
  await test.db.document.updateMany({ where: { id: { in: ids } }, data: { deletedAt: null } });
  await test.db.document.updateMany({ where: { id: { in: ids.slice(0, 2) } }, data: { offAt: new Date() } });
  expect(await updateIndex(test.db, bot, own)).toBe(true);
  expect(own.passageCount).toBe(before - 1);
});
