import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Db } from "@/lib/db/client";
import { Role } from "@/lib/db/generated/enums";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { createBot, createBotInput } from "./create-bot";
import { deleteBot, deleteBotInput } from "./delete-bot";
import { getBot } from "./get-bot";
import { listBots } from "./list-bots";
import { requireBot } from "./require-bot";
import { botLimits } from "./settings/bot-input";
import { setBotEnabled } from "./settings/set-bot-enabled";
import { retentionChoices, setRetention, setRetentionInput } from "./settings/set-retention";
import { updateBot, updateBotInput } from "./settings/update-bot";
import { getBotByToken } from "./token/get-bot-by-token";
import { rotateWidgetToken } from "./token/rotate-widget-token";

let test: Awaited<ReturnType<typeof createTestDb>>;
let owner: ActorCtx;
let editor: ActorCtx;
let agent: ActorCtx;
let stranger: ActorCtx;
/** A database that answers nothing any more. */
let closed: Db;

beforeAll(async () => {
  test = await createTestDb();
  const other = await createTestDb();
  await other.close();
  closed = other.db;
});
beforeEach(async () => {
  const ctx = createTestContext({ db: test.db });
  const actor = await createTestActor(test.db);
  owner = { ...ctx, actor };
  editor = { ...ctx, actor: await createTestActor(test.db, Role.editor, actor) };
  agent = { ...ctx, actor: await createTestActor(test.db, Role.agent, actor) };
  stranger = { ...ctx, actor: await createTestActor(test.db) };
});
afterAll(() => test.close());

describe("createBot", () => {
  it("makes a bot with the contract's defaults and a token of its own", async () => {
    const bot = await createBot(owner, { name: "茶行" });
    expect(bot).toMatchObject({
      teamId: owner.actor.teamId,
      name: "茶行",
      primaryColor: "#00d4ff",
      position: "br",
      botName: "AI 智能客服",
      avatarUrl: "",
      welcome: "你好,有什麼可以幫你的嗎?",
      placeholder: "請輸入訊息...",
      enabled: true,
      locale: "",
      theme: "auto",
      suggestions: [],
      offset: [20, 20],
      showSources: true,
      offersPerson: true,
      retentionDays: null,
      knowledgeVersion: 0,
      widgetLastSeenAt: null,
    });
    expect(bot.widgetToken).toMatch(/^[0-9a-f]{32}$/);
    expect((await createBot(editor, { name: "二店" })).widgetToken).not.toBe(bot.widgetToken);
  });

  it("stops at the team's limit, also when many come at once, and counts no deleted ones", async () => {
    const crowded: ActorCtx = { ...owner, actor: await createTestActor(test.db) };
    const { teamId } = crowded.actor;
    const [room, more] = [5, 3];
    // All but the last places are taken: who comes at once waits for those before, and no transaction waits for long.
    await test.db.bot.createMany({
      data: Array.from({ length: botLimits.botsInTeam - room }, () => {
        const id = uuidv7();
        return { id, teamId, name: "一", widgetToken: id.replaceAll("-", "") };
      }),
    });
    const made = await Promise.allSettled(
      Array.from({ length: room + more }, () => createBot(crowded, { name: "一" })),
    );
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(room);
    const [first] = await listBots(crowded);
    await deleteBot(crowded, { botId: first?.id ?? "", confirmName: "一" });
    await createBot(crowded, { name: "新" });
    await expect(createBot(crowded, { name: "多" })).rejects.toMatchObject({
      code: "limit_exceeded",
      reason: "too_many_bots",
    });
  });
});

describe("who may", () => {
  const verbs: [string, (ctx: ActorCtx, botId: string) => Promise<unknown>, ActorRole[]][] = [
    ["requireBot", requireBot, ["owner", "editor", "agent"]],
    ["listBots", listBots, ["owner", "editor", "agent"]],
    ["createBot", (ctx) => createBot(ctx, { name: "新" }), ["owner", "editor"]],
    ["updateBot", (ctx, botId) => updateBot(ctx, { botId, welcome: "嗨" }), ["owner", "editor"]],
    ["setBotEnabled", (ctx, botId) => setBotEnabled(ctx, { botId, enabled: false }), ["owner", "editor"]],
    ["setRetention", (ctx, botId) => setRetention(ctx, { botId, retentionDays: 90 }), ["owner"]],
    ["rotateWidgetToken", (ctx, botId) => rotateWidgetToken(ctx, { botId }), ["owner"]],
    ["deleteBot", (ctx, botId) => deleteBot(ctx, { botId, confirmName: "權限" }), ["owner"]],
  ];
  type ActorRole = keyof typeof Role;
  const ctxOf = (role: ActorRole) => ({ owner, editor, agent })[role];

  it.each(verbs)("%s by role", async (_name, verb, allowed) => {
    for (const role of ["owner", "editor", "agent"] as const) {
      const bot = await createBot(owner, { name: "權限" });
      const call = verb(ctxOf(role), bot.id);
      if (allowed.includes(role)) {
        await call;
      } else {
        await expect(call).rejects.toMatchObject({ code: "forbidden" });
        expect(await getBot(owner, bot.id)).toEqual(bot);
      }
    }
  });

  it.each(verbs.filter(([name]) => !/list|create/.test(name)))(
    "%s finds no bot of another team, no deleted one and no odd id",
    async (_name, verb) => {
      const bot = await createBot(owner, { name: "權限" });
      await expect(verb(stranger, bot.id)).rejects.toMatchObject({ code: "not_found" });
      expect(await getBot(owner, bot.id)).toEqual(bot);
      await deleteBot(owner, { botId: bot.id, confirmName: "權限" });
      for (const id of [bot.id, uuidv7(), "", "1", "' OR 1=1 --", `${bot.id}\0`, "\ud800"]) {
        await expect(verb(owner, id)).rejects.toMatchObject({ code: "not_found" });
      }
    },
  );

  it("lists only the own team's", async () => {
    const bot = await createBot(stranger, { name: "別家" });
    expect((await listBots(stranger)).map(({ id }) => id)).toContain(bot.id);
    expect((await listBots(agent)).map(({ id }) => id)).not.toContain(bot.id);
  });
});

describe("updateBot", () => {
  it("changes what is given, leaves the rest, and notes it", async () => {
    const bot = await createBot(owner, { name: "改我" });
    const fields = {
      name: "改好了",
      primaryColor: "#0d5a5b",
      position: "tl" as const,
      botName: "茶小二",
      avatarUrl: "https://cdn.example.com/a.png",
      welcome: "嗨\n想喝什麼?",
      placeholder: "問我",
      enabled: false,
      locale: "ja" as const,
      theme: "dark" as const,
      suggestions: ["運費多少？", "可以退貨嗎？"],
      showSources: false,
    };
    expect(await updateBot(editor, { botId: bot.id, ...fields })).toMatchObject(fields);
    expect(await updateBot(editor, { botId: bot.id, botName: "茶大" })).toMatchObject({
      ...fields,
      botName: "茶大",
    });
    const [entry] = await test.db.auditEntry.findMany({
      where: { targetId: bot.id },
      orderBy: { id: "desc" },
    });
    expect(entry).toMatchObject({
      teamId: owner.actor.teamId,
      actorId: editor.actor.userId,
      action: "bot.update",
      detail: { botName: "茶大" },
    });
  });
});

it("the audit log has what changed of a bot, as it was and as it is, and never its token", async () => {
  const { id: botId } = await createBot(owner, { name: "紀錄" });
  await updateBot(owner, { botId, welcome: "您好", suggestions: ["運費？"], base: {} });
  await rotateWidgetToken(owner, { botId });
  const entries = await test.db.auditEntry.findMany({ where: { targetId: botId }, orderBy: { id: "asc" } });
  expect(entries.map(({ action, actorKind, before, after }) => [action, actorKind, before, after])).toEqual([
    ["bot.create", "member", null, null],
    [
      ...["bot.update", "member"],
      { welcome: "你好,有什麼可以幫你的嗎?", suggestions: [] },
      { welcome: "您好", suggestions: ["運費？"] },
    ],
    ["bot.rotate_token", "member", null, null],
  ]);
});

describe("updateBotInput", () => {
  const botId = uuidv7();
  const faults = (input: object) =>
    updateBotInput
      .safeParse({ botId, ...input })
      .error?.issues.map((issue) => `${issue.path.join(".")}:${issue.message}`);

  it("cleans what it takes", () => {
    expect(
      updateBotInput.parse({
        botId,
        primaryColor: " #00D4Ff ",
        botName: "  茶\0小\n二 ",
        welcome: " 嗨\r\n\ud800 ",
        avatarUrl: 'https://EXAMPLE.com/"><img',
        suggestions: [" 運費\n多少？", "運費 多少？", "😀".repeat(60)],
      }),
    ).toEqual({
      botId,
      primaryColor: "#00d4ff",
      botName: "茶小 二",
      welcome: "嗨\n\ufffd",
      avatarUrl: "https://example.com/%22%3E%3Cimg",
      suggestions: ["運費 多少？", "😀".repeat(60)],
    });
  });

  it("counts code points", () => {
    expect(
      faults({ botName: "😀".repeat(40), welcome: "𠮷".repeat(300), placeholder: "字".repeat(60) }),
    ).toBeUndefined();
    expect(faults({ botName: "😀".repeat(41) })).toEqual(["botName:too_long:40:41"]);
    expect(faults({ welcome: "字".repeat(301) })).toEqual(["welcome:too_long:300:301"]);
    expect(faults({ placeholder: "字".repeat(61) })).toEqual(["placeholder:too_long:60:61"]);
    expect(faults({ name: "字".repeat(61) })).toEqual(["name:too_long:60:61"]);
  });

  it.each([
    [{ primaryColor: "red" }, "primaryColor:invalid_color"],
    [{ primaryColor: "#fff" }, "primaryColor:invalid_color"],
    [{ primaryColor: "#00d4ff;background:url(x)" }, "primaryColor:invalid_color"],
    [{ primaryColor: 7 }, "primaryColor:required"],
    [{ position: "center" }, "position:invalid_position"],
    [{ botName: "\u200b" }, "botName:required"],
    [{ welcome: " \0 " }, "welcome:required"],
    [{ placeholder: null }, "placeholder:required"],
    [{ enabled: "true" }, "enabled:invalid"],
    [{ locale: "fr" }, "locale:invalid_choice"],
    [{ theme: "sepia" }, "theme:invalid_choice"],
    [{ suggestions: ["一", "二", "三", "四", "五"] }, "suggestions:too_many_suggestions:4:5"],
    [{ suggestions: ["好", "字".repeat(61)] }, "suggestions.1:suggestion_too_long:60:61"],
    [{ suggestions: ["\u200b"] }, "suggestions.0:required"],
    [{ suggestions: "運費多少？" }, "suggestions:invalid"],
    [{ offset: [20] }, "offset:invalid_pixels"],
    [{ offset: [20, 401] }, "offset:invalid_pixels"],
    [{ offset: [20, 20.5] }, "offset:invalid_pixels"],
    [{ offset: [20, -1, 20, 20] }, "offset:invalid_pixels"],
    [{ showSources: "on" }, "showSources:invalid"],
    [{ avatarUrl: "http://example.com/a.png" }, "avatarUrl:invalid_url"],
    [{ avatarUrl: "javascript:alert(1)" }, "avatarUrl:invalid_url"],
    [{ avatarUrl: "data:image/svg+xml,<svg/>" }, "avatarUrl:invalid_url"],
    [{ avatarUrl: "https://user:pass@example.com/" }, "avatarUrl:invalid_url"],
    [{ avatarUrl: "//example.com/a.png" }, "avatarUrl:invalid_url"],
    [{ avatarUrl: `https://example.com/${"a".repeat(481)}` }, "avatarUrl:too_long:500:501"],
    [{ avatarUrl: `https://example.com/${"字".repeat(60)}` }, "avatarUrl:too_long:500:560"],
  ])("refuses %j", (input, fault) => {
    expect(faults(input)).toEqual([fault]);
  });

  it.each(["widgetToken", "teamId", "deletedAt", "knowledgeVersion", "id", "team"])(
    "does not take %s",
    (name) => {
      expect(updateBotInput.safeParse({ botId, [name]: "x" }).success).toBe(false);
      expect(createBotInput.safeParse({ name: "a", [name]: "x" }).success).toBe(false);
    },
  );
});

describe("setRetention", () => {
  it("takes the offered days or none", async () => {
    const bot = await createBot(owner, { name: "保存" });
    for (const retentionDays of [...retentionChoices, null])
      expect(await setRetention(owner, { botId: bot.id, retentionDays })).toMatchObject({ retentionDays });
    for (const retentionDays of [0, 1, 29, -30, "30"])
      expect(setRetentionInput.safeParse({ botId: bot.id, retentionDays }).success).toBe(false);
  });
});

describe("deleteBot", () => {
  it("asks for the exact name, and keeps the row for the archive", async () => {
    const bot = await createBot(owner, { name: "Tea 茶" });
    for (const confirmName of ["", "tea 茶", "Tea", "%"]) {
      await expect(deleteBot(owner, { botId: bot.id, confirmName })).rejects.toMatchObject({
        code: "invalid_input",
        fields: { confirmName: { fault: "mismatch" } },
      });
    }
    await deleteBot(owner, deleteBotInput.parse({ botId: bot.id, confirmName: " Tea 茶\n" }));
    expect(await getBot(owner, bot.id)).toBeNull();
    expect(await test.db.bot.findUnique({ where: { id: bot.id } })).toMatchObject({ name: "Tea 茶" });
  });
});

describe("getBotByToken", () => {
  it.each(["", "x", "A".repeat(32), "0".repeat(31), `${"0".repeat(32)}\n`, "0".repeat(33), "\0".repeat(32)])(
    "asks no database about %j",
    async (token) => {
      expect(await getBotByToken({ db: closed }, token)).toBeNull();
    },
  );

  it("gives what the message path needs, from memory the second time", async () => {
    const bot = await createBot(owner, { name: "快取" });
    const found = await getBotByToken(owner, bot.widgetToken);
    expect(found).toEqual({
      id: bot.id,
      plan: null,
      teamId: bot.teamId,
      knowledgeVersion: 0,
      primaryColor: bot.primaryColor,
      position: bot.position,
      offset: [20, 20],
      botName: bot.botName,
      avatarUrl: "",
      welcome: bot.welcome,
      placeholder: bot.placeholder,
      enabled: true,
      locale: "",
      theme: "auto",
      suggestions: [],
      showSources: true,
      offersPerson: true,
      retentionDays: null,
      hasHours: false,
      hoursZone: "Asia/Taipei",
      hoursWeek: [...Array(5).fill("09:00-18:00"), "", ""],
      specialDays: [],
      privacyUrl: "",
      answerModel: "",
      instructions: "",
      unsupportedRule: "drop",
      modelFault: null,
      fallbackText: "",
      contact: "",
      wordings: "",
      masksPersonal: true,
      hasBlocked: false,
      answerThreshold: null,
      maybeThreshold: null,
    });
    expect(await getBotByToken({ db: closed }, bot.widgetToken)).toBe(found);
  });

  it("shows each change at once", async () => {
    const bot = await createBot(owner, { name: "馬上" });
    await getBotByToken(owner, bot.widgetToken);
    await updateBot(owner, { botId: bot.id, welcome: "新的" });
    expect(await getBotByToken(owner, bot.widgetToken)).toMatchObject({ welcome: "新的" });
    await setBotEnabled(owner, { botId: bot.id, enabled: false });
    expect(await getBotByToken(owner, bot.widgetToken)).toMatchObject({ enabled: false });
    const { widgetToken } = await rotateWidgetToken(owner, { botId: bot.id });
    expect(await getBotByToken(owner, bot.widgetToken)).toBeNull();
    expect(await getBotByToken(owner, widgetToken)).toMatchObject({ id: bot.id });
    await deleteBot(owner, { botId: bot.id, confirmName: "馬上" });
    expect(await getBotByToken(owner, widgetToken)).toBeNull();
  });

  it("shows a change of another instance after 1.5 s", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const bot = await createBot(owner, { name: "別台" });
    await getBotByToken(owner, bot.widgetToken);
    await test.db.bot.update({ where: { id: bot.id }, data: { welcome: "別台改的" } });
    vi.advanceTimersByTime(1_400);
    expect(await getBotByToken(owner, bot.widgetToken)).toMatchObject({ welcome: bot.welcome });
    vi.advanceTimersByTime(100);
    // While the database is busy the bot as it was serves on.
    const seen = async () => (await getBotByToken(owner, bot.widgetToken))?.welcome;
    await expect.poll(seen).toBe("別台改的");
    vi.useRealTimers();
  });

  it("remembers neither an unknown token nor a failure", async () => {
    const token = "0123456789abcdef".repeat(2);
    expect(await getBotByToken(owner, token)).toBeNull();
    const bot = await createBot(owner, { name: "晚到" });
    await test.db.bot.update({ where: { id: bot.id }, data: { widgetToken: token } });
    await expect(getBotByToken({ db: closed }, token)).rejects.toThrow();
    expect(await getBotByToken(owner, token)).toMatchObject({ id: bot.id });
  });

  it("a read that ends after the change is not kept", async () => {
    const bot = await createBot(owner, { name: "競賽" });
    const early = getBotByToken(owner, bot.widgetToken);
    await updateBot(owner, { botId: bot.id, welcome: "後來" });
    await early;
    expect(await getBotByToken(owner, bot.widgetToken)).toMatchObject({ welcome: "後來" });
  });
});
