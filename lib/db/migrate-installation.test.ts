import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import type { Ctx } from "@/lib/context";
import { countTurns } from "@/lib/conversations/counts/count-turns";
import { parseMessageInput } from "@/lib/conversations/receive/message-input";
import { receiveMessage } from "@/lib/conversations/receive/receive-message";
import { completeMessages } from "@/lib/conversations/turns/complete-messages";
import { createTestContext } from "@/test/fixtures/test-context";
import { type DatabaseAdapter, embeddedAdapter, openAdapter } from "./adapter";
import { createDb, type Db } from "./client";
import { applyMigrations, listMigrations } from "./migrate";
import { uuidv7 } from "./uuidv7";

/** Data of installations of earlier releases, each with the newest migration that its release had. */
const installations = [
  { release: "95fed7f", migration: "20261126135814_fewer_index_writes" },
  { release: "11fd93b", migration: "20261128152000_chat_search" },
  { release: "a545cc0", migration: "20261128194555_sightings" },
];
/** The first two have bots that are called so and wrote the same, before turns were kept with what answered them. */
const early = installations.slice(0, 2);
const earlyBot = "小茶";

const summed = {
  visitorTurns: true,
  answeredTurns: true,
  newChats: true,
  unanswered: true,
  personWishes: true,
  ratedUp: true,
  ratedDown: true,
} as const;

type Row = Record<string, unknown>;

let db: Db;
let ctx: Ctx;
let close: () => Promise<void>;
/** Rows by table, as they were before the newest migrations. */
const before = new Map<string, Row[]>();

beforeAll(async () => {
  const { adapter, close: closeServer } = await emptyDatabase();
  db = createDb(adapter);
  // Never before what the installations wrote.
  ctx = createTestContext({ db, now: () => Math.max(Date.now(), Date.UTC(2026, 11, 1)) });
  for (const { release, migration } of installations) {
    await applyUpTo(adapter, migration);
    const sql = await readFile(path.join("test", "installations", `${release}.sql`), "utf8");
    for (const statement of sql.split(/;\n/))
      if (statement.trim() !== "") await db.$executeRawUnsafe(statement);
  }
  for (const table of await listTables(db)) before.set(table, await readRows(db, table));
  await applyMigrations(adapter, process.cwd());
  close = async () => {
    await db.$disconnect();
    await adapter.close();
    await closeServer();
  };
});
afterAll(() => close());

describe("an installation of an earlier release", () => {
  it("has rows in every table", () => {
    expect(before.size).toBeGreaterThanOrEqual(23);
    for (const [table, rows] of before) expect([table, rows.length]).not.toEqual([table, 0]);
  });

  it("keeps every row with every value", async () => {
    for (const [table, rows] of before) {
      const now = await readRows(db, table);
      expect([table, now.length]).toEqual([table, rows.length]);
      for (const row of table === "conversations" ? rows.map(withDesk) : rows) {
        const isKept = now.some((candidate) => holds(candidate, row));
        expect([table, row, isKept]).toEqual([table, row, true]);
      }
    }
  });

  it("has documents with the names and states they had, also in the bin", async () => {
    const documents = await db.document.findMany({
      where: { bot: { name: earlyBot } },
      include: { publishedVersion: true, versions: true },
    });
    expect(documents.map(({ name, deletedAt }) => [name, deletedAt !== null]).sort()).toEqual(
      [
        ["運費與付款", false],
        ["問答", false],
        ["舊公告", true],
      ]
        .flatMap((each) => [each, each])
        .sort(),
    );
    for (const { state, fault, publishedVersion, versions } of documents) {
      expect({ state, fault }).toEqual({ state: "ready", fault: null });
      expect(versions.map(({ id }) => id)).toContain(publishedVersion?.id);
    }
  });

  it.runIf(inject("databaseUrl"))("is not kept from the next instance that starts", async () => {
    const held = await db.$queryRaw`SELECT pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database
      WHERE l.locktype = 'advisory' AND d.datname = current_database()`;
    expect(held).toEqual([]);
  });

  it("can't publish another document's version", async () => {
    const [one, other] = await db.document.findMany({ where: { name: { in: ["問答", "舊公告"] } }, take: 2 });
    if (!one || !other) throw new Error("the documents aren't there");
    const publish = db.document.update({
      where: { id: one.id },
      data: { publishedVersionId: other.publishedVersionId },
    });
    await expect(publish).rejects.toThrow();
  });

  it("knows visitors by the newest who said the address, and who waits for a person", async () => {
    const visitors = await db.visitor.findMany({
      where: { email: { mode: "insensitive", equals: "ming@example.com" } },
      orderBy: { id: "asc" },
      include: { conversations: true },
    });
    expect(visitors.map(({ key, conversations }) => [key, conversations.length])).toEqual([
      [null, 1],
      ["email:ming@example.com", 1],
      [null, 1],
      ["email:ming@example.com", 1],
    ]);
    const chats = await db.conversation.findMany({
      where: { state: { not: "bot" }, bot: { name: earlyBot } },
    });
    expect(chats.map(({ state, chatId }) => [state, chatId])).toEqual([
      ["waiting", "web_00000003"],
      ["waiting", "web_00000003"],
    ]);
  });

  it("has the domain on which each widget was seen last", async () => {
    const seen = await db.sighting.findMany({ include: { bot: true } });
    expect(seen.map(({ domain }) => domain)).toEqual(installations.map(() => "shop.example.com"));
    for (const { bot, lastSeenAt } of seen) expect(lastSeenAt).toEqual(bot.widgetLastSeenAt);
  });

  it("has an audit log that says which entries the server wrote by itself", async () => {
    const entries = await db.auditEntry.findMany();
    for (const { actorKind, actorId } of entries) expect(actorKind).toBe(actorId ? "member" : "system");
  });

  it("gets of its turns what is known of them", async () => {
    const count = await db.message.count({ where: { botId: null } });
    expect(await completeMessages(ctx)).toBe(count);
    expect(await completeMessages(ctx)).toBe(0);
    const turns = await db.message.findMany({
      where: { conversation: { bot: { name: earlyBot } } },
      include: { conversation: true },
      orderBy: { id: "asc" },
    });
    for (const { botId, conversation, kind } of turns)
      expect({ botId, kind }).toEqual({ botId: conversation.botId, kind: "message" });
    const answers = turns.filter(({ author }) => author === "bot");
    expect(
      answers.map(({ conversation, answeredBy, answered }) => [
        conversation.chatId.slice(-1),
        answeredBy,
        answered,
      ]),
    ).toEqual(
      early.flatMap(() => [
        ["1", null, true],
        ["1", "small_talk", null],
        ["2", null, true],
        ["3", null, false],
        ["3", "person", null],
        ["4", "person", null],
        ["7", "documents", true],
      ]),
    );
    expect(turns.filter(({ answeredBy, author }) => author !== "bot" && answeredBy !== null)).toEqual([]);
  });

  it("gets counts and usage of all that its archive holds", async () => {
    expect(await countTurns(ctx)).not.toBeNull();
    for (const { id: botId, name, teamId } of await db.bot.findMany()) {
      const turns = { conversation: { botId } };
      const { _sum: counted } = await db.quarterCount.aggregate({ where: { botId }, _sum: summed });
      const answered = await db.message.count({ where: { ...turns, author: "visitor", state: "complete" } });
      const turn = (where: object) => db.message.count({ where: { ...turns, ...where } });
      const held = {
        visitorTurns: await turn({ author: "visitor" }),
        answeredTurns: answered,
        newChats: await db.conversation.count({ where: { botId } }),
        unanswered: await turn({ answered: false }),
        personWishes: await turn({ answeredBy: "person" }),
        ratedUp: await turn({ rating: "up" }),
        ratedDown: await turn({ rating: "down" }),
      };
      // What nothing was counted of has no row.
      const isQuiet = held.newChats === 0;
      expect([name, counted]).toEqual([
        name,
        isQuiet ? Object.fromEntries(Object.keys(held).map((fact) => [fact, null])) : held,
      ]);
      const { _sum: used } = await db.monthUsage.aggregate({
        where: { teamId, botId },
        _sum: { turns: true },
      });
      expect(used.turns ?? 0).toBe(answered);
    }
  });

  it("goes on answering from its documents, to visitors who come back", async () => {
    const [{ widgetToken, teamId } = { widgetToken: "", teamId: "" }] = await db.bot.findMany({
      where: { name: earlyBot },
    });
    const bot = await getBotByToken(ctx, widgetToken);
    if (!bot) throw new Error("the bot isn't there");
    const visitor = { email: "ming@example.com" };
    const input = parseMessageInput({ message: "運費是多少？", chat_id: "web_000000ff", visitor });
    const { sources, turnId, published } = await receiveMessage(ctx, bot, {
      ...input,
      domain: null,
      acceptLanguage: null,
    });
    await published;
    expect(sources).toMatchObject([{ title: "運費與付款", quote: expect.stringContaining("八十元") }]);
    const { conversation, answeredBy } = await db.message.findUniqueOrThrow({
      where: { id: turnId ?? "" },
      include: { conversation: { include: { visitor: { include: { conversations: true } } } } },
    });
    expect(answeredBy).toBe("documents");
    expect(conversation.teamId).toBe(teamId);
    expect(conversation.visitor.conversations).toHaveLength(2);
  });
});

/**
 * What a conversation's row says of a wish for a person since the desk has states: since when it waits, or is handled.
 */
function withDesk({ wants_person_at: wanted, person_handled_at: handled, ...row }: Row): Row {
  // Nothing had filled them.
  const { closed_at: _, visitor_secret_hash: __, ...kept } = row;
  return { ...kept, state_at: String(handled ?? "") > String(wanted ?? "") ? handled : (wanted ?? null) };
}

async function emptyDatabase(): Promise<{ adapter: DatabaseAdapter; close: () => Promise<void> }> {
  const serverUrl = inject("databaseUrl");
  if (!serverUrl) return { adapter: await embeddedAdapter(), close: async () => {} };
  const name = `dawen_test_${uuidv7().replaceAll("-", "")}`;
  const open = (DATABASE_URL: string) => openAdapter({ DATABASE_URL, dataDir: "" });
  const admin = createDb(await open(serverUrl));
  await admin.$executeRawUnsafe(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    adapter: await open(url.href),
    close: async () => {
      await admin.$executeRawUnsafe(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.$disconnect();
    },
  };
}

/** Applies the migrations up to that one, as a release that had no later ones. */
async function applyUpTo(adapter: DatabaseAdapter, newest: string): Promise<void> {
  const root = await mkdtemp(path.join("node_modules", ".migrations-"));
  try {
    const later = (await listMigrations(process.cwd())).filter((name) => name > newest);
    await cp("prisma", path.join(root, "prisma"), {
      recursive: true,
      filter: (file) => !later.includes(path.basename(file)),
    });
    await applyMigrations(adapter, path.resolve(root));
  } finally {
    await rm(root, { recursive: true });
  }
}

async function listTables(client: Db): Promise<string[]> {
  const rows = await client.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`;
  return rows.map(({ name }) => name);
}

async function readRows(client: Db, table: string): Promise<Row[]> {
  const rows = await client.$queryRawUnsafe<{ row: Row }[]>(`SELECT to_jsonb(t) AS row FROM "${table}" t`);
  return rows.map(({ row }) => row);
}

function holds(row: Row, values: Row): boolean {
  return Object.entries(values).every(([name, value]) => JSON.stringify(row[name]) === JSON.stringify(value));
}
