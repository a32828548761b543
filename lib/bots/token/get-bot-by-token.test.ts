import { afterEach, expect, it, vi } from "vitest";
import { uuidv7 } from "@/lib/db/uuidv7";
import { createTestDb } from "@/test/fixtures/test-db";
import { forgetBotToken, getBotByToken } from "./get-bot-by-token";

const token = "a".repeat(32);
const stopped = "b".repeat(32);

afterEach(() => vi.useRealTimers());

it("serves a bot as last read for ten minutes while the database fails, but none that it never read or was told to forget", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const { db, close } = await createTestDb();
  const teamId = uuidv7();
  await db.team.create({ data: { id: teamId, name: "茶行" } });
  await db.bot.create({ data: { id: uuidv7(), teamId, name: "小茶", botName: "小茶", widgetToken: token } });
  await db.bot.create({
    data: { id: uuidv7(), teamId, name: "停用", widgetToken: stopped, deletedAt: new Date() },
  });
  expect(await getBotByToken({ db }, token)).toMatchObject({ botName: "小茶" });
  expect(await getBotByToken({ db }, stopped)).toBeNull();

  await close();
  for (let minute = 0; minute < 9; minute++) {
    vi.advanceTimersByTime(60_000);
    expect(await getBotByToken({ db }, token)).toMatchObject({ botName: "小茶" });
  }
  await expect(getBotByToken({ db }, stopped)).rejects.toThrow();
  vi.advanceTimersByTime(61_000);
  await expect(getBotByToken({ db }, token)).rejects.toThrow();
});

it("doesn't serve a forgotten token from memory", async () => {
  const { db, close } = await createTestDb();
  const teamId = uuidv7();
  await db.team.create({ data: { id: teamId, name: "茶行" } });
  await db.bot.create({ data: { id: uuidv7(), teamId, name: "小茶", widgetToken: token } });
  forgetBotToken(token);
  expect(await getBotByToken({ db }, token)).not.toBeNull();
  await close();
  forgetBotToken(token);
  await expect(getBotByToken({ db }, token)).rejects.toThrow();
});
