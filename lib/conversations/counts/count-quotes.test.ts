import { afterAll, beforeAll, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import { receiveMessage } from "@/lib/conversations/receive/receive-message";
import { deleteChat } from "@/lib/conversations/removal/delete-chat";
import type { ActorCtx } from "@/lib/identity/actor";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { updateDocument } from "@/lib/knowledge/documents/update-document";
import { listPassages, listPassagesInput } from "@/lib/knowledge/passages/list-passages";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { countQuotes } from "./count-quotes";

let test: Awaited<ReturnType<typeof createTestDb>>;
let owner: ActorCtx;
let botId: string;
let documentId: string;
let token: string;
/** Of what is asked and counted: ahead of the machine's. */
let clock = Date.now();
const minute = 60_000;

beforeAll(async () => {
  test = await createTestDb();
  owner = { ...createTestContext({ db: test.db }), actor: await createTestActor(test.db), now: () => clock };
  ({ id: botId, widgetToken: token } = await createBot(owner, { name: "茶行" }));
  const content = "# 運費\n\n本島運費八十元。\n\n# 保固\n\n茶壺保固十八個月。";
  ({ documentId } = await createDocument(owner, { botId, title: "說明", content }));
});
afterAll(() => test.close());

async function ask(chatId: string, message: string): Promise<string> {
  const bot = await getBotByToken(owner, token);
  if (!bot) throw new Error("no bot");
  const given = {
    chatId,
    message,
    history: [],
    pageUrl: null,
    locale: null,
    visitor: null,
    wantsPerson: false,
  };
  const { published, sources, conversationId } = await receiveMessage(owner, bot, {
    ...given,
    ...{ domain: null, acceptLanguage: null },
  });
  await published;
  expect(sources.length).toBeGreaterThan(0);
  return conversationId;
}

async function list(asked: object = {}) {
  const found = await listPassages(owner, listPassagesInput.parse({ botId, documentId, ...asked }));
  if (!found) throw new Error("no such document");
  return found;
}

it("counts each answer once for each passage that it quoted, once it is old enough, however often it runs", async () => {
  expect((await list()).passages.map(({ quoted }) => quoted)).toEqual([null, null]);
  await ask("web_00000001", "運費多少？");
  clock += minute;
  const last = await ask("web_00000002", "運費多少？");
  await countQuotes(owner);
  expect((await list()).unquotedCount).toBe(2);
  clock += 11 * minute;
  await Promise.all([countQuotes(owner), countQuotes(owner)]);
  await countQuotes(owner);
  const { passages, unquotedCount } = await list();
  expect(passages[0]?.quoted).toMatchObject({ count: 2, conversationId: last });
  expect(passages[0]?.quoted?.lastAt.getTime()).toBe(clock - 11 * minute);
  expect([passages[1]?.quoted, unquotedCount]).toEqual([null, 1]);
  expect((await list({ unquoted: "1" })).passages.map(({ ordinal }) => ordinal)).toEqual([1]);
});

it("goes on with what came since, names no chat that was deleted, and begins anew with another version", async () => {
  const id = await ask("web_00000003", "運費多少？");
  clock += 11 * minute;
  expect(await countQuotes(owner)).toBe(1);
  expect((await list()).passages[0]?.quoted).toMatchObject({ count: 3, conversationId: id });
  await deleteChat(owner, id);
  expect((await list()).passages[0]?.quoted).toMatchObject({ count: 3, conversationId: null });
  await updateDocument(owner, {
    ...{ botId, documentId, title: "說明", content: "# 運費\n\n本島運費九十元。", baseVersion: 1 },
  });
  expect((await list()).passages.map(({ quoted }) => quoted)).toEqual([null]);
  await ask("web_00000004", "運費多少？");
  clock += 11 * minute;
  await countQuotes(owner);
  expect((await list()).passages[0]?.quoted).toMatchObject({ count: 1 });
});

it("reads a long past a page at a time", async () => {
  const before = (await list()).passages[0]?.quoted?.count ?? 0;
  const [row] = await test.db.message.findMany({
    where: { author: "bot" },
    orderBy: { id: "desc" },
    take: 1,
  });
  if (!row) throw new Error("no answer");
  const sources = row.sources ?? [];
  await test.db.message.createMany({
    data: Array.from({ length: 700 }, (_, at) => ({
      ...{ id: idAt(clock + Math.floor(at / 7)), teamId: row.teamId, conversationId: row.conversationId },
      ...{ botId, author: "bot" as const, state: "complete" as const, bubbles: ["x"], sources },
    })),
  });
  clock += 12 * minute;
  expect(await countQuotes(owner)).toBe(700);
  expect((await list()).passages[0]?.quoted?.count).toBe(before + 700);
});

function idAt(ms: number): string {
  const hex = ms.toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}
