import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import type { ActorCtx } from "@/lib/identity/actor";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { deleteDocument } from "@/lib/knowledge/documents/delete-document";
import { requireDocument } from "@/lib/knowledge/documents/require-document";
import { restoreDocument } from "@/lib/knowledge/documents/restore-document";
import { updateDocument } from "@/lib/knowledge/documents/update-document";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { runCheckTruth } from "./check-truth-job";
import { countFindings } from "./count-findings";
import { dismissFinding, recallFinding } from "./dismiss-finding";
import { listFindings, listFindingsInput } from "./list-findings";
import { settleFinding } from "./settle-finding";

let test: Awaited<ReturnType<typeof createTestDb>>;
let owner: ActorCtx;
let botId: string;

beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.close());

beforeEach(async () => {
  owner = { ...createTestContext({ db: test.db }), actor: await createTestActor(test.db) };
  botId = (await createBot(owner, { name: "茶行" })).id;
});

const add = async (title: string, content: string) =>
  (await createDocument(owner, { botId, title, content })).documentId;
const check = async () => {
  await test.db.truthCheck.updateMany({ data: { tookMs: 0 } });
  await runCheckTruth(
    owner,
    {},
    { signal: new AbortController().signal, attempt: 1, progress: async () => {} },
  );
};
const list = async (by = owner, asked: object = {}) =>
  listFindings(by, listFindingsInput.parse({ botId, ...asked }));
const contentOf = async (documentId: string) => (await requireDocument(owner, { botId, documentId })).content;

async function onlyKey(): Promise<string> {
  const { findings } = await list();
  expect(findings).toHaveLength(1);
  return findings[0]?.key ?? "";
}

const fees = async () => [
  await add("收費說明", "掛號費 150 元。\n\n初診請帶健保卡。"),
  await add("常見問題", "掛號費一律 200 元。"),
];

it("is found by the job once the documents changed, with both places and what differs", async () => {
  const [first = "", second = ""] = await fees();
  expect(await countFindings(owner, { botId })).toEqual({ count: 0, isPending: true });
  await check();
  expect(await countFindings(owner, { botId })).toEqual({ count: 1, isPending: false });
  expect(await countFindings(owner, { botId, documentId: second })).toMatchObject({ count: 1 });
  const { findings } = await list();
  expect(findings).toMatchObject([{ kind: "contradiction", goneBy: null }]);
  const [one, other] = findings[0]?.places ?? [];
  expect([one?.documentId, other?.documentId]).toEqual([first, second]);
  expect(one?.pieces).toEqual([
    { text: "掛號費 ", isIn: true, isMark: false },
    { text: "150 元", isIn: true, isMark: true },
    { text: "。\n\n初診請帶健保卡。", isIn: false, isMark: false },
  ]);
});

it("is settled in a new version of the other document, which says what the kept one says", async () => {
  const [first = "", second = ""] = await fees();
  await check();
  const settled = await settleFinding(owner, { botId, key: await onlyKey(), keep: "first" });
  expect(settled).toEqual({ documentId: second, title: "常見問題", did: "replaced", before: 1, number: 2 });
  expect(await contentOf(second)).toBe("掛號費一律 150 元。");
  expect(await contentOf(first)).toContain("150 元");
  // It is quick, so that the list is right at once.
  expect(await countFindings(owner, { botId })).toEqual({ count: 0, isPending: false });
});

it("takes away what is over, and a document that says nothing else goes to the bin", async () => {
  const news = await add("最新消息", "- 早鳥優惠至 2020/8/31 止。\n- 每週三開放參觀。");
  const sale = await add("特賣", "全館特價至 2020/8/30 止。");
  await check();
  const { findings } = await list();
  expect(findings.map(({ kind, goneBy }) => [kind, goneBy])).toEqual(
    expect.arrayContaining([
      ["stale", "2020-08-31"],
      ["stale", "2020-08-30"],
    ]),
  );
  const did = [];
  for (const { key } of findings) did.push((await settleFinding(owner, { botId, key, keep: "none" })).did);
  expect(did.sort()).toEqual(["binned", "removed"]);
  expect(await contentOf(news)).toBe("- 每週三開放參觀。");
  await expect(contentOf(sale)).rejects.toMatchObject({ code: "not_found" });
});

it("says truly what keeping one does: of two answers to one question the other goes", async () => {
  await add("租借", "問：可以當天取貨嗎？\n答：可以，下午三點前下單。");
  const second = await add(
    "寄送",
    "問：可以當天取貨嗎？\n答：不行，最快隔天早上。\n\n問：有門市嗎？\n答：沒有。",
  );
  await check();
  expect((await list()).findings).toMatchObject([{ kind: "contradiction", isReplaced: false }]);
  expect(await settleFinding(owner, { botId, key: await onlyKey(), keep: "first" })).toMatchObject({
    did: "removed",
  });
  expect(await contentOf(second)).toBe("問：有門市嗎？\n答：沒有。");
});

it("puts a clause in place of one that refuses what it grants", async () => {
  await add("說明", "店內可以攜帶寵物入場。\n\n請使用推車。");
  const second = await add("須知", "店內不可以攜帶寵物入場。\n\n請勿大聲喧嘩。");
  await check();
  expect((await list()).findings).toMatchObject([{ kind: "contradiction", isReplaced: true }]);
  await settleFinding(owner, { botId, key: await onlyKey(), keep: "first" });
  expect(await contentOf(second)).toBe("店內可以攜帶寵物入場。\n\n請勿大聲喧嘩。");
});

it("keeps one of two that are the same", async () => {
  const text = "我們不寄送外島，因為植物經不起長途運送，到貨狀況無法保證。";
  await add("訂購", `# 寄送\n\n${text}\n\n# 付款\n\n可以刷卡。`);
  const second = await add("外島", `# 寄送\n\n${text}`);
  await check();
  expect((await list()).findings).toMatchObject([{ kind: "duplicate" }]);
  expect(await settleFinding(owner, { botId, key: await onlyKey(), keep: "second" })).toMatchObject({
    did: "removed",
  });
  expect(await contentOf(second)).toContain(text);
  expect((await list()).count).toBe(0);
});

it("stays away once somebody says that both are right, as long as both texts are the same", async () => {
  const [first = ""] = await fees();
  await check();
  const key = await onlyKey();
  await dismissFinding(owner, { botId, key });
  expect((await list()).count).toBe(0);
  const edit = async (content: string, baseVersion: number) => {
    await updateDocument(owner, { botId, documentId: first, title: "收費說明", content, baseVersion });
    await check();
  };
  await edit("掛號費 150 元。\n\n初診請帶健保卡與身分證。", 1);
  expect((await list()).count).toBe(0);
  await edit("掛號費 180 元。", 2);
  expect((await list()).count).toBe(1);
  await edit("掛號費 150 元。", 3);
  expect((await list()).count).toBe(0);
  await recallFinding(owner, { botId, key });
  expect((await list()).count).toBe(1);
});

it("is of texts that answer alone: gone with a deleted document, back with it", async () => {
  const [first = ""] = await fees();
  await check();
  const key = await onlyKey();
  await deleteDocument(owner, { botId, documentId: first });
  expect((await list()).count).toBe(0);
  await expect(settleFinding(owner, { botId, key, keep: "first" })).rejects.toMatchObject({
    code: "not_found",
  });
  await check();
  await restoreDocument(owner, { botId, documentId: first });
  await check();
  expect((await list()).count).toBe(1);
  await test.db.document.update({ where: { id: first }, data: { offAt: new Date() } });
  expect((await list()).count).toBe(0);
  await expect(dismissFinding(owner, { botId, key })).rejects.toMatchObject({ code: "not_found" });
});

it("is read by agents, settled by writers, and no other team's", async () => {
  await fees();
  await check();
  const key = await onlyKey();
  const agent: ActorCtx = { ...owner, actor: { ...owner.actor, role: "agent" } };
  expect((await list(agent)).count).toBe(1);
  await expect(settleFinding(agent, { botId, key, keep: "first" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(dismissFinding(agent, { botId, key })).rejects.toMatchObject({ code: "forbidden" });
  await expect(recallFinding(agent, { botId, key })).rejects.toMatchObject({ code: "forbidden" });
  const other: ActorCtx = { ...owner, actor: await createTestActor(test.db) };
  expect((await list(other)).count).toBe(0);
  const notFound = { code: "not_found" };
  await expect(settleFinding(other, { botId, key, keep: "first" })).rejects.toMatchObject(notFound);
  await expect(dismissFinding(other, { botId, key })).rejects.toMatchObject(notFound);
  await expect(recallFinding(other, { botId, key })).rejects.toMatchObject(notFound);
  await expect(settleFinding(owner, { botId, key, keep: "none" })).rejects.toMatchObject({
    code: "invalid_input",
  });
});

it("reads nothing again that did not change", async () => {
  await fees();
  await check();
  const read = () => test.db.truthCheck.findUniqueOrThrow({ where: { botId } });
  const { checkedAt } = await read();
  await check();
  expect((await read()).checkedAt).toEqual(checkedAt);
  await test.db.truthCheck.update({
    where: { botId },
    data: { nextAt: new Date(0), checkedAt: new Date(0) },
  });
  await check();
  expect((await read()).checkedAt.getTime()).toBeGreaterThanOrEqual(checkedAt.getTime());
});
