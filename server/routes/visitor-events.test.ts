import type { Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { eventsResponse } from "@/lib/contract/events";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { notePresence, notePresenceInput } from "@/lib/conversations/desk/note-presence";
import { replyToChat } from "@/lib/conversations/desk/reply-to-chat";
import { getFeedPosition, subscribeFeed } from "@/lib/conversations/feed/team-feed";
import { markRead } from "@/lib/conversations/inbox/reads/mark-read";
import { setDb } from "@/lib/db/client";
import { widgetHandlers } from "@/lib/http/widget/endpoints/widget-handlers";
import type { ActorCtx } from "@/lib/identity/actor";
import { getKv } from "@/lib/kv/client";
import { createHttpServer } from "@/server/connections/create-http-server";
import { listen } from "@/server/connections/listen";
import { createRequestEntry } from "@/server/entry/handle-request";
import { contractFault } from "@/test/contract-fault";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { openChatStream } from "@/test/servers/open-chat-stream";
import { createHealth } from "./health";
import { withWidgetRoutes } from "./widget-routes";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let server: Server;
let base = "";
let token = "";

beforeAll(async () => {
  shop = await createTestShop();
  // What the endpoints use: this process's store.
  shop.ctx.kv = getKv();
  ming = await createTestMember(shop, "小明");
  setDb(shop.ctx.db);
  token = shop.botId.replaceAll("-", "");
  const pages = withWidgetRoutes(
    async (_req, res) => void res.end("a page"),
    () => widgetHandlers,
  );
  const env = { TRUSTED_PROXY_HOPS: 1, BASE_URL: undefined };
  server = createHttpServer(
    createRequestEntry({ env, isDev: false, health: createHealth(), pages: Promise.resolve(pages) }),
    { isDev: false, hasProxy: true },
  );
  base = `http://127.0.0.1:${await listen(server, { HOST: "127.0.0.1", PORT: 0 })}/api/widget`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await shop.close();
});

const messageAnswer = z.looseObject({
  reply: z.string(),
  extra_replies: z.array(z.looseObject({ text: z.string(), turn_id: z.string().optional() })),
  turn_id: z.string(),
  message_id: z.string().optional(),
  visitor_key: z.string().optional(),
  handoff: z.boolean(),
  person: z.looseObject({ name: z.string() }).optional(),
});

/** The limit of messages is by address: the visitors of each group of chats have one of their own. */
const addressOf = (chatId: string) => `10.0.0.${Number.parseInt(chatId.slice(-4, -2), 16)}`;

async function say(chatId: string, more: object = {}, given: Record<string, string> = {}) {
  const body = JSON.stringify({ token, message: "有人嗎？", chat_id: chatId, ...more });
  const headers = { "x-forwarded-for": addressOf(chatId), ...given };
  const response = await fetch(`${base}/message`, { method: "POST", body, headers });
  const json: unknown = await response.json();
  const answered = { status: response.status, headers: {}, text: "", json };
  expect(contractFault({ method: "POST", path: "/api/widget/message" }, answered)).toBeNull();
  return messageAnswer.parse(json);
}

async function ask(key: string | null, after = "") {
  const response = await fetch(`${base}/events?token=${token}`, { headers: headersOf(key, after) });
  const json: unknown = await response.json();
  const answered = { status: response.status, headers: {}, text: "", json };
  expect(contractFault({ method: "GET", path: "/api/widget/events" }, answered)).toBeNull();
  return { status: response.status, text: JSON.stringify(json), read: eventsResponse.safeParse(json).data };
}

function headersOf(key: string | null, after: string): Record<string, string> {
  return { ...(key !== null && { "dawen-visitor": key }), ...(after && { "last-event-id": after }) };
}

async function idOf(chatId: string): Promise<string> {
  const where = { botId_chatId: { botId: shop.botId, chatId } };
  return (await shop.ctx.db.conversation.findUniqueOrThrow({ where })).id;
}

/** A chat that a member has, with its key. */
async function takenChat(chatId: string) {
  const { visitor_key: key = "", turn_id: first } = await say(chatId);
  const conversationId = await idOf(chatId);
  await moveChat(ming, conversationId, "take");
  const write = (text: string) => replyToChat(ming, { conversationId, text, key: crypto.randomUUID() });
  return { key, first, conversationId, write };
}

const openStream = (key: string, after = "") =>
  openChatStream(`${base}/events?token=${token}`, headersOf(key, after));

describe("a visitor's key", () => {
  it("comes with the first message of a chat only, and never with what is sent again", async () => {
    const headers = { "idempotency-key": "first" };
    const first = await say("web_0000ca01", {}, headers);
    expect(first.visitor_key).toMatch(/^[\w-]{64}$/);
    expect((await say("web_0000ca01", {}, headers)).visitor_key).toBeUndefined();
    expect((await say("web_0000ca01", {})).visitor_key).toBeUndefined();
  });

  it("reads nothing with any bit flipped, cut, or for another bot, nor does a chat id; all look the same", async () => {
    const { key } = await takenChat("web_0000ca02");
    expect((await ask(key)).status).toBe(200);
    const bytes = Buffer.from(key, "base64url");
    const wrong = Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      return flipped.toString("base64url");
    });
    const others = [null, "", "web_0000ca02", key.slice(1), `${key}A`, await idOf("web_0000ca02")];
    const answers = new Set<string>();
    for (const each of [...wrong, ...others]) {
      const { status, text } = await ask(each);
      answers.add(`${status} ${text}`);
    }
    expect([...answers]).toEqual([`404 ${JSON.stringify({ success: false, error: "找不到這則對話" })}`]);
  });

  it("ends with the bot's token, also for a stream that is open", async () => {
    const { key, write } = await takenChat("web_0000ca03");
    const stream = openStream(key);
    await stream.until(() => stream.events.some(({ event }) => event === "state"));
    const rotated = "f".repeat(32);
    await shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { widgetToken: rotated } });
    await write("這句不該被看到");
    await stream.ended();
    await shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { widgetToken: token } });
    expect(stream.said()).not.toContain("這句不該被看到");
  });
});

describe("what is so for a moment", () => {
  const type = async (key: string) => {
    const headers = headersOf(key, "");
    const response = await fetch(`${base}/typing`, {
      method: "POST",
      body: JSON.stringify({ token }),
      headers,
    });
    const json: unknown = await response.json();
    const answered = { status: response.status, headers: {}, text: "", json };
    expect(contractFault({ method: "POST", path: "/api/widget/typing" }, answered)).toBeNull();
    return response.status;
  };
  const pulsesSeenBy = async () => {
    const pulses: unknown[] = [];
    const stop = await subscribeFeed(shop.ctx, shop.teamId, await getFeedPosition(shop.ctx, shop.teamId), {
      send: (chunk) => {
        const [, data] = /^event: pulse\ndata: (.*)$/m.exec(new TextDecoder().decode(chunk)) ?? [];
        if (data) pulses.push(JSON.parse(data));
        return true;
      },
      close: () => {},
    });
    return { pulses, stop };
  };

  it("a visitor who awaits or has a person and writes shows on staff screens, and no other", async () => {
    const { key, conversationId } = await takenChat("web_0000cc01");
    const quiet = await say("web_0000cc02");
    const { pulses, stop } = await pulsesSeenBy();
    // What a member does in the chat comes after what was said before it.
    const marks = () => pulses.filter((pulse) => Object(pulse).type !== "typing").length;
    const mark = async () => {
      const before = marks();
      await vi.waitFor(async () => {
        await notePresence(ming, conversationId, { doing: "reading" });
        expect(marks()).toBeGreaterThan(before);
      }, 20_000);
    };
    // The reader begins with what comes after its first look.
    await mark();
    expect(await type(quiet.visitor_key ?? "")).toBe(200);
    expect(await type("A".repeat(64))).toBe(404);
    expect(await type(key)).toBe(200);
    await mark();
    expect(pulses.filter((pulse) => Object(pulse).type === "typing")).toEqual([
      { type: "typing", chat: conversationId },
    ]);
    stop();
  });

  it("the member who has a chat and writes shows to its visitor, and on staff screens as any who looks at it", async () => {
    const { key, conversationId, first } = await takenChat("web_0000cc03");
    const mei = await createTestMember(shop, "小美");
    const { pulses, stop } = await pulsesSeenBy();
    const stream = openStream(key, first);
    await stream.until(() => stream.events.some(({ event }) => event === "state"));
    const typed = () => stream.events.flatMap(({ event, data }) => (event === "typing" ? [data] : []));
    await vi.waitFor(async () => {
      await notePresence(mei, conversationId, { doing: "typing" });
      await notePresence(ming, conversationId, { doing: "typing" });
      expect(typed().length).toBeGreaterThan(0);
    }, 20_000);
    expect(new Set(typed().map(({ person }) => person.name))).toEqual(new Set(["小明"]));
    await vi.waitFor(() => {
      const shown = pulses.map((pulse) => JSON.stringify(pulse)).join();
      expect(shown).toContain("小美");
      expect(shown).toContain("小明");
    }, 20_000);
    await expect(notePresence(shop.strangerCtx, conversationId, { doing: "reading" })).rejects.toMatchObject({
      code: "not_found",
    });
    const visit = "v".repeat(65);
    for (const said of [{ doing: "dancing" }, { doing: "reading", visit }, { doing: "reading", visit: 1 }])
      expect(notePresenceInput.safeParse(said).success).toBe(false);
    stream.close();
    stop();
  });

  it("how far the member who has the chat has read is told as it happens, and to who asks later; no other's reading is", async () => {
    const { key, conversationId, first } = await takenChat("web_0000cc04");
    const second = await say("web_0000cc04", { message: "還在嗎？" });
    const mei = await createTestMember(shop, "小華");
    const stream = openStream(key, second.turn_id);
    await stream.until(() => stream.events.some(({ event }) => event === "state"));
    const seen = () => stream.events.flatMap(({ event, data }) => (event === "seen" ? [data.turn_id] : []));
    await markRead(mei, conversationId, 2);
    await markRead(ming, conversationId, 1);
    await stream.until(() => seen().length === 1);
    await markRead(ming, conversationId, 2);
    await stream.until(() => seen().length === 2);
    expect(seen()).toEqual([first, second.turn_id]);
    stream.close();
    const later = (await ask(key, second.turn_id)).read?.events;
    expect(later?.at(-1)).toEqual({ event: "seen", data: { turn_id: second.turn_id } });
    await moveChat(ming, conversationId, "hand_back");
    expect((await ask(key)).read?.events.some(({ event }) => event === "seen")).toBe(false);
  });
});

describe("what people write", () => {
  it("comes with an answer to who shows the key and names a turn; the bot is silent", async () => {
    const { key, first, write } = await takenChat("web_0000cb01");
    const one = await write("我是小明");
    const silent = await say("web_0000cb01", { since: first });
    expect(silent).toMatchObject({ handoff: true, person: { name: "小明" }, extra_replies: [] });
    expect(silent.message_id).toBeUndefined();
    const shown = await say("web_0000cb01", { since: first }, { "dawen-visitor": key });
    expect(shown.extra_replies).toMatchObject([
      { text: "我是小明", turn_id: one.id, person: { name: "小明" } },
    ]);
    const after = await say("web_0000cb01", { since: one.id }, { "dawen-visitor": key });
    expect(after.extra_replies).toEqual([]);
  });

  it("is read at once and from a position on, with who has the chat", async () => {
    const { key, write, conversationId } = await takenChat("web_0000cb02");
    const one = await write("第一句");
    const two = await write("第二句");
    const all = (await ask(key)).read;
    expect(
      all?.events.map(({ event, data }) =>
        event === "turn" ? data.role : event === "state" ? data.person?.name : event,
      ),
    ).toEqual(["visitor", "bot", "person", "person", "小明"]);
    expect(all?.next).toBe(two.id);
    const later = (await ask(key, one.id)).read;
    expect(later?.events.flatMap(({ event, data }) => (event === "turn" ? data.texts : []))).toEqual([
      "第二句",
    ]);
    expect((await ask(key, two.id)).read?.next).toBe(two.id);
    // Once nobody has it, that alone is told to who has read all; what a member writes then is told as well.
    await moveChat(ming, conversationId, "hand_back");
    const quiet = { success: true, events: [{ event: "state", data: { handoff: false } }], next: two.id };
    expect((await ask(key, two.id)).read).toEqual(quiet);
    await moveChat(ming, conversationId, "take");
    const three = await write("第三句");
    expect((await ask(key, two.id)).read?.next).toBe(three.id);
  });

  it("comes over a stream as it is written, once and in order over any number of resumes, and then the state", async () => {
    const { key, first, conversationId, write } = await takenChat("web_0000cb03");
    const wanted = Array.from({ length: 40 }, (_, n) => `第 ${n} 句`);
    const got: string[] = [];
    let position = first;
    const writing = (async () => {
      for (const text of wanted) await write(text);
    })();
    while (got.length < wanted.length) {
      const stream = openStream(key, position);
      const count = 1 + Math.floor(Math.random() * 6);
      const ofPeople = () =>
        stream.events.flatMap(({ event, data }) =>
          event === "turn" && data.role === "person" ? [data] : [],
        );
      await stream.until(() => ofPeople().length >= Math.min(count, wanted.length - got.length));
      stream.close();
      for (const { texts, turn_id } of ofPeople()) {
        got.push(...texts);
        position = turn_id;
      }
    }
    await writing;
    expect(got).toEqual(wanted);
    const stream = openStream(key, position);
    await stream.until(() => stream.events.length > 0);
    await moveChat(ming, conversationId, "hand_back");
    await stream.until(() => stream.events.length > 1);
    expect(stream.events.map(({ data }) => data)).toEqual([
      { handoff: true, person: { name: "小明", avatar_url: "" } },
      { handoff: false },
    ]);
    stream.close();
  });
});

describe("a reply to a visitor who left an address", () => {
  let contacts = 0;
  /** A chat that a member has, whose visitor left an address; its key, and the reply's turn. */
  async function repliedChat(chatId: string) {
    const chat = await takenChat(chatId);
    await leave(chatId, { email: `v${++contacts}@example.com` });
    const { id } = await chat.write("我是小明");
    return { ...chat, id, stateOf: () => mailStateOf(id) };
  }
  const leave = async (chatId: string, contact: { email?: string; phone?: string }) => {
    const left = await fetch(`${base}/contact`, {
      method: "POST",
      headers: { "x-forwarded-for": addressOf(chatId) },
      body: JSON.stringify({ token, chat_id: chatId, ...contact }),
    });
    expect(left.status).toBe(200);
  };
  const mailStateOf = async (id: string) =>
    (await shop.ctx.db.message.findUniqueOrThrow({ where: { id } })).mailState;

  it("is shown once a page that is looked at comes back and names it; what was only written to its line may have been lost", async () => {
    const { key, first, id, stateOf } = await repliedChat("web_0000ce01");
    const stream = openStream(key, first);
    await stream.until(() => stream.said().includes("我是小明"));
    // By itself, so that the page says what it has.
    await stream.ended();
    expect(await stateOf()).toBe("waiting");
    const again = openStream(key, id);
    await again.until(() => again.events.some(({ event }) => event === "state"));
    expect(await stateOf()).toBe("shown");
    again.close();
  }, 60_000);

  it("isn't shown by a page in a hidden tab, which asks without a stream, until nobody has the chat any more", async () => {
    const { key, conversationId, id, stateOf } = await repliedChat("web_0000ce02");
    await ask(key);
    await ask(key, id);
    expect(await stateOf()).toBe("waiting");
    await moveChat(ming, conversationId, "hand_back");
    await ask(key);
    expect(await stateOf()).toBe("shown");
  });

  it("is shown to who leaves the line because nobody has the chat any more", async () => {
    const { key, first, conversationId, stateOf } = await repliedChat("web_0000ce03");
    const stream = openStream(key, first);
    await stream.until(() => stream.said().includes("我是小明"));
    await moveChat(ming, conversationId, "hand_back");
    await stream.until(() => stream.events.some(({ event, data }) => event === "state" && !data.handoff));
    stream.close();
    await vi.waitFor(async () => expect(await stateOf()).toBe("shown"), 20_000);
  });

  it("is shown to who writes and names it, with the chat's key only", async () => {
    const { key, id, stateOf } = await repliedChat("web_0000ce04");
    await say("web_0000ce04", { since: id });
    expect(await stateOf()).toBe("waiting");
    await say("web_0000ce04", { since: id }, { "dawen-visitor": key });
    expect(await stateOf()).toBe("shown");
  });

  it("is no mail of one who left a number only, and nothing is noted of it", async () => {
    const { key, write } = await takenChat("web_0000ce05");
    await leave("web_0000ce05", { phone: "02-2345-6789" });
    const { id } = await write("我是小明");
    expect(await mailStateOf(id)).toBeNull();
    // A state that no reply of theirs has shows whether one is noted.
    await shop.ctx.db.message.update({ where: { id }, data: { mailState: "waiting" } });
    await say("web_0000ce05", { since: id }, { "dawen-visitor": key });
    expect(await mailStateOf(id)).toBe("waiting");
  });
});
