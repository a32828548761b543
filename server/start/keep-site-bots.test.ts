import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getSiteBotToken, siteBotId, siteDocumentId, siteTeamId } from "@/lib/bots/site-bot";
import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { type Locale, locales } from "@/lib/i18n/locale";
import { askBot } from "@/test/ask-bot";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb, type TestDb } from "@/test/fixtures/test-db";
import { keepSiteBots } from "./keep-site-bots";

let testDb: TestDb;
let ctx: ReturnType<typeof createTestContext>;

beforeAll(async () => {
  testDb = await createTestDb();
  ctx = createTestContext({ db: testDb.db });
  await keepSiteBots(ctx, "help@example.com");
});

afterAll(() => testDb.close());

describe.each(locales)("the first page's bot in %s", (locale) => {
  const { groups, bot: looks } = getCatalog(locale).questions;
  const items = groups.flatMap((group) => group.items);

  it.each(items)("answers its own question, $question", async ({ question, answer }) => {
    const { answered, sources } = await ask(locale, question);
    expect(answered).toBe(true);
    const said = sources.map(({ quote }) => quote).join("\n");
    expect(
      answer.some((paragraph) => paragraph.split(/(?<=[。.]) ?/).some((part) => said.includes(part))),
    ).toBe(true);
  });

  it("offers questions that stand on the page, and doesn't offer a person", async () => {
    expect(looks.suggestions.filter((one) => !items.some(({ question }) => question === one))).toEqual([]);
    const bot = await botOf(locale);
    const { name: _, ...seen } = looks;
    expect(bot).toMatchObject({ ...seen, locale, offersPerson: false, contact: "help@example.com" });
  });
});

it.each([
  ["zh-TW", "答問是什麼東西", "客服小工具"],
  ["zh-TW", "怎麼收費", "軟體不用錢"],
  ["zh-TW", "怎麼部署", "npm start"],
  ["en", "What is this?", "customer-service widget"],
  ["en", "how do I self-host it", "npm start"],
  ["zh-TW", "價格多少", "軟體不用錢"],
  ["zh-TW", "免費嗎", "軟體不用錢"],
  ["zh-TW", "可以上傳 PDF 嗎", "PDF、Word、Excel"],
  ["zh-TW", "會不會變慢", "小工具等網頁載入好才出現"],
  ["en", "Is it free?", "The software costs nothing"],
  ["en", "can it crawl my website", "Give it the address of a page"],
] as const)("in %s, %s is answered", async (locale, question, words) => {
  const { answered, sources } = await ask(locale, question);
  expect([answered, sources.map(({ quote }) => quote).join("\n")]).toEqual([
    true,
    expect.stringContaining(words),
  ]);
});

it.each([
  ["zh-TW", "今天天氣如何？"],
  ["en", "Who won the football match?"],
] as const)("in %s, %s is not", async (locale, question) => {
  expect((await ask(locale, question)).answered).toBe(false);
});

it("changes nothing when it is done again", async () => {
  const before = await everything();
  await keepSiteBots(ctx, "help@example.com");
  expect(await everything()).toEqual(before);
});

it("writes anew what differs, takes away what is no more, and leaves what somebody deleted or wrote", async () => {
  const { db } = ctx;
  const first = siteDocumentId("zh-TW", 0);
  const version = await db.document.findUniqueOrThrow({
    where: { id: first },
    select: { publishedVersionId: true },
  });
  await db.documentVersion.update({
    where: { id: version.publishedVersionId ?? "" },
    data: { content: "## 舊的\n\n舊的話。" },
  });
  const deleted = siteDocumentId("zh-TW", 1);
  await db.document.update({ where: { id: deleted }, data: { deletedAt: new Date() } });
  const [gone, own] = [siteDocumentId("zh-TW", 50), "0192f0c0-0000-7000-8000-000000000001"];
  const place = { teamId: siteTeamId, botId: siteBotId("zh-TW") };
  await db.document.createMany({ data: [gone, own].map((id) => ({ id, ...place, name: "別的" })) });
  await keepSiteBots(ctx, "");
  const contentOf = async (id: string) =>
    await db.document.findUnique({
      where: { id },
      select: { deletedAt: true, publishedVersion: { select: { content: true } } },
    });
  expect((await contentOf(first))?.publishedVersion?.content).toContain("答案是從哪裡來的");
  expect((await contentOf(deleted))?.deletedAt).not.toBeNull();
  expect(await contentOf(gone)).toBeNull();
  expect(await contentOf(own)).not.toBeNull();
  expect((await botOf("zh-TW")).contact).toBe("");
});

it("leaves a bot that somebody deleted where it is", async () => {
  await ctx.db.bot.update({ where: { id: siteBotId("en") }, data: { deletedAt: new Date() } });
  await keepSiteBots(ctx, "");
  expect(await getSiteBotToken(ctx, "en")).toBeNull();
  expect(await getSiteBotToken(ctx, "zh-TW")).toMatch(/^[0-9a-f]{32}$/);
});

async function botOf(locale: Locale) {
  const bot = await getBotByToken(ctx, (await getSiteBotToken(ctx, locale)) ?? "");
  if (!bot) throw new Error(`no bot in ${locale}`);
  return bot;
}

async function ask(locale: Locale, question: string) {
  return askBot(ctx, await botOf(locale), question);
}

async function everything() {
  const [teams, bots, documents, versions] = await Promise.all([
    ctx.db.team.findMany(),
    ctx.db.bot.findMany({ orderBy: { id: "asc" } }),
    ctx.db.document.findMany({ orderBy: { id: "asc" } }),
    ctx.db.documentVersion.count(),
  ]);
  return { teams, bots, documents, versions };
}
