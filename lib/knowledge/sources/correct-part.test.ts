import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestAccount, signInTestAccount } from "@/test/fixtures/test-account";
import { createTestRunners, type TestRunners } from "@/test/fixtures/test-runners";
import { correctPart, correctPartInput } from "./correct-part";
import { getPart } from "./get-part";
import { readAgain } from "./read-again";

let runners: TestRunners;
let owner: ActorCtx;
let file: { botId: string; sourceId: string };

const text = "退貨\n七天內可以退貨。\n\n運費\n滿千兔運。";
const pages = [
  [0, 1],
  [text.indexOf("運費"), 2],
];

beforeAll(async () => {
  runners = await createTestRunners();
});
afterAll(() => runners.close());
beforeEach(async () => {
  owner = await signInTestAccount(runners.ctx, await createTestAccount(runners.ctx));
  const botId = (await createBot(owner, { name: "山茶" })).id;
  const { teamId } = owner.actor;
  file = { botId, sourceId: uuidv7() };
  const source = {
    id: file.sourceId,
    teamId,
    botId,
    name: "a.pdf",
    authorName: "林",
    state: "read" as const,
  };
  await runners.ctx.db.source.create({ data: { ...source, origin: "file" } });
  const part = { teamId, sourceId: file.sourceId, ordinal: 0, key: "a", title: "a", content: text };
  await runners.ctx.db.sourcePart.create({ data: { ...part, place: { page: 1, pages } } });
});

const stored = () =>
  runners.ctx.db.sourcePart.findFirstOrThrow({
    where: { sourceId: file.sourceId },
    select: { content: true, place: true },
  });
const open = async () => {
  const part = await getPart(owner, { ...file, ordinal: 0 });
  if (!part) throw new Error("no part");
  return part;
};
const correct = (content: string, mark: string, ctx = owner) =>
  correctPart(ctx, correctPartInput.parse({ ...file, ordinal: "0", content, mark }));

describe("what was read", () => {
  it("is corrected, and its pages go along", async () => {
    const { text: shown, mark } = await open();
    expect(shown).toBe(text);
    const corrected = text.replace("七天", "三十天").replace("兔運", "免運");
    await correct(corrected.replaceAll("\n", "\r\n"), mark);
    const moved = [
      [0, 1],
      [corrected.indexOf("運費"), 2],
    ];
    expect(await stored()).toEqual({ content: corrected, place: { page: 1, pages: moved } });
    // Where the answer was lost, the same is sent once more.
    await correct(corrected, mark);
    expect((await stored()).content).toBe(corrected);
  });

  it("keeps what somebody else corrected first", async () => {
    const { mark } = await open();
    await correct(`${text}甲`, mark);
    await expect(correct(`${text}乙`, mark)).rejects.toMatchObject({
      code: "conflict",
      reason: "part_changed",
    });
    expect((await stored()).content).toBe(`${text}甲`);
  });

  it("isn't corrected once it is read again or published", async () => {
    const { mark } = await open();
    const db = runners.ctx.db;
    for (const state of ["indexing", "ready"] as const) {
      await db.source.update({ where: { id: file.sourceId }, data: { state } });
      expect(await getPart(owner, { ...file, ordinal: 0 })).toBeNull();
      await expect(correct("x", mark)).rejects.toMatchObject({ reason: "part_changed" });
    }
    await db.source.update({ where: { id: file.sourceId }, data: { state: "read" } });
    await readAgain(owner, file);
    await expect(correct("x", mark)).rejects.toMatchObject({ reason: "part_changed" });
    expect((await stored()).content).toBe(text);
  });

  it("is nobody else's to correct", async () => {
    const { mark } = await open();
    const other = await signInTestAccount(runners.ctx, await createTestAccount(runners.ctx));
    expect(await getPart(other, { ...file, ordinal: 0 })).toBeNull();
    await expect(correct("x", mark, other)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      correctPart(owner, { ...file, botId: "x", ordinal: 0, content: "x", mark }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect((await stored()).content).toBe(text);
  });
});
