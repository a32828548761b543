import { afterAll, beforeAll, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import type { ActorCtx } from "@/lib/identity/actor";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { listPassages, listPassagesInput } from "./list-passages";

let test: Awaited<ReturnType<typeof createTestDb>>;
let owner: ActorCtx;
let botId: string;

beforeAll(async () => {
  test = await createTestDb();
  owner = { ...createTestContext({ db: test.db }), actor: await createTestActor(test.db) };
  botId = (await createBot(owner, { name: "茶行" })).id;
});
afterAll(() => test.close());

async function add(content: string) {
  const { documentId } = await createDocument(owner, { botId, title: "說明", content });
  return async (asked: object = {}, by = owner) => {
    const list = await listPassages(by, listPassagesInput.parse({ botId, documentId, ...asked }));
    if (!list) throw new Error("no such document");
    return list;
  };
}
const textOf = ({ pieces }: { pieces: { text: string }[] }) => pieces.map(({ text }) => text).join("");

it("gives the passages in their order with the headings above them, and pairs as such", async () => {
  const list = await (await add("# 退換貨\n\n七天內可以退。\n\n問：運費多少？\n答：八十元。"))();
  expect(list).toMatchObject({
    title: "說明",
    number: 1,
    from: null,
    totalCount: 2,
    matchCount: 2,
    lastPage: 1,
  });
  expect(list.passages).toMatchObject([
    { ordinal: 0, headings: ["退換貨"], isPair: false, pages: null, isCut: false },
    { ordinal: 1, isPair: true },
  ]);
  expect(list.passages.map(textOf)).toEqual(["七天內可以退。", "問：運費多少？\n答：八十元。"]);
});

it("finds folded, in texts and in headings, and marks the places in the text", async () => {
  const list = await add(
    "# 運費\n\n本島 80 元，Ｔａｉｗａｎ 限定。\n\n# 保固\n\n十八個月，taiwan 以外一年。",
  );
  const found = await list({ query: "TAIWAN" });
  expect(found.matchCount).toBe(2);
  expect(
    found.passages.map(({ pieces }) => pieces.filter(({ isHit }) => isHit).map(({ text }) => text)),
  ).toEqual([["Ｔａｉｗａｎ"], ["taiwan"]]);
  expect((await list({ query: "保固" })).passages).toMatchObject([{ ordinal: 1, headings: ["保固"] }]);
  for (const query of ["(", "[a-", "\\", ".*", "𠮷", "沒有的字"])
    expect(await list({ query })).toMatchObject({ matchCount: 0, passages: [], page: 1, lastPage: 1 });
});

it("shows a page at a time, the one of a passage that is asked for, and the last where there is none", async () => {
  const list = await add(Array.from({ length: 60 }, (_, at) => `# 第 ${at} 節\n\n內容 ${at}。`).join("\n\n"));
  const first = await list();
  expect(first).toMatchObject({ totalCount: 60, page: 1, lastPage: 3 });
  expect(first.passages).toHaveLength(25);
  expect((await list({ at: "30" })).page).toBe(2);
  expect((await list({ page: "2" })).passages[0]).toMatchObject({ ordinal: 25 });
  for (const page of ["99", "x", "-1"]) expect((await list({ page })).passages.length).toBeGreaterThan(0);
});

it("is the team's own", async () => {
  const list = await add("退貨");
  const other = { ...owner, actor: await createTestActor(test.db) };
  await expect(list({}, other)).rejects.toThrow("no such document");
  await expect(list({ documentId: "x" })).rejects.toThrow("no such document");
});
