import { randomUUID } from "node:crypto";
import { z } from "zod";
import { callAction } from "@/e2e/support/call-action";
import type { App } from "@/e2e/support/servers/app";
import { turnEvent } from "@/lib/contract/events";
import { sendRaw } from "../api/raw-request";
import { type Acknowledged, ask, expect, expectAllThere, signIn, test, visitorAddress } from "./fixtures";
import { followStream } from "./follow-stream";
import { watchFeed } from "./watch-feed";

const perSecond = 10;
const awaySeconds = 30;
const maxUnanswered = 20;
/** By the member who has a chat, while Redis is away. */
const repliesAway = 5;

test.setTimeout(240_000);

for (const isLost of [false, true]) {
  test(`Redis away for ${awaySeconds} s, then back ${isLost ? "without" : "with"} its data: nobody waits, nothing is lost`, async ({
    cluster,
  }) => {
    const { url } = await cluster.start();
    cluster.proxy.serve([url]);
    const demo = await cluster.demo();
    const cookie = await signIn(cluster.proxy.url, demo, "agent");
    const screen = watchFeed([url], cookie, "0-0");
    await expect.poll(() => screen.resets).toBe(1);
    const desk = await openDesk(url, cluster.proxy.url, demo, cookie);
    const acknowledged: Acknowledged[] = [];
    let sent = 0;
    const talk = async (seconds: number): Promise<Acknowledged[]> => {
      const answers: Promise<Acknowledged>[] = [];
      const unanswered = new Set<Promise<Acknowledged>>();
      for (let i = 0; i < seconds * perSecond; i++) {
        const n = sent++;
        const answer = ask(url, {
          token: demo.bots[0].token,
          chatId: `web_${String(n % 40).padStart(8, "0")}`,
          question: `第 ${n} 問：運費多少？`,
          from: visitorAddress(n % 400),
        });
        answers.push(answer);
        unanswered.add(answer);
        void answer.finally(() => unanswered.delete(answer)).catch(() => {});
        // A machine too slow for the rate gets what it can take, instead of a queue that only grows.
        while (unanswered.size >= maxUnanswered) await Promise.race(unanswered);
        await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
      }
      const done = await Promise.all(answers);
      acknowledged.push(...done);
      return done;
    };

    await talk(2);
    const before = await talk(5);
    await desk.reply();
    cluster.redis.become("shut");
    const [during] = await Promise.all([talk(awaySeconds), desk.replyTimes(repliesAway)]);
    expect(screen.delays.at(-1)).toBe(true);
    if (isLost) await cluster.flushRedis();
    cluster.redis.become("open");
    const after = await talk(5);
    await desk.reply();
    // What staff wrote meanwhile reaches the visitor's open page, each once and in its order.
    await expect.poll(() => desk.seen, { timeout: 60_000 }).toEqual(desk.written);
    await expect.poll(() => screen.delays.at(-1), { timeout: 60_000 }).toBe(false);

    if (isLost) {
      // Told to read its lists again, the screen has the rest from there.
      expect(screen.resets).toBe(2);
    } else {
      const shown = () => new Set(screen.events.map(({ event }) => event.turn.bubbles[0]));
      await expect
        .poll(() => acknowledged.filter(({ question }) => !shown().has(question)).length, {
          timeout: 120_000,
        })
        .toBe(0);
    }
    // An answer goes out a moment before staff screens have it.
    await expect(() => expectAllThere(url, cookie, acknowledged)).toPass({ timeout: 60_000 });
    expect(await cluster.check()).toMatch(/ 0 problems$/);
    expect(desk.seen).toEqual(desk.written);
    screen.stop();
    desk.stop();

    const figures = { before: spread(before), during: spread(during), after: spread(after) };
    // For people to read: lib/kv/breaker.test.ts holds the store to its times.
    console.log(JSON.stringify(figures));
  });
}

const asked = z.object({ visitor_key: z.string() });
const listed = z.object({ chats: z.array(z.object({ id: z.string(), chatId: z.string() })) });

/** A chat that a member has, and its visitor's page, which reads along. */
async function openDesk(url: string, baseUrl: string, { bots: [{ token }] }: App["demo"], cookie: string) {
  const chatId = "web_0000beef";
  const { json } = await sendRaw(url, {
    method: "POST",
    path: "/api/widget/message",
    body: JSON.stringify({ token, message: "我要找真人", chat_id: chatId, wants_person: true }),
    from: "127.29.0.1",
  });
  const { visitor_key: key } = asked.parse(json);
  const headers = { cookie };
  const { chats } = listed.parse(await (await fetch(`${url}/api/chats`, { headers })).json());
  const conversationId = chats.find((chat) => chat.chatId === chatId)?.id ?? "";
  expect((await callAction(baseUrl, "takeChatAction", { form: { conversationId }, headers })).code).toBe(
    "done",
  );
  const written: string[] = [];
  const seen: string[] = [];
  const stop = followStream(
    [`${url}/api/widget/events?token=${token}`],
    { "dawen-visitor": key },
    "",
    ({ kind, data }) => {
      if (kind !== "turn") return;
      const { role, texts } = turnEvent.parse(JSON.parse(data));
      if (role === "person") seen.push(...texts);
    },
  );
  const reply = async () => {
    const text = `第 ${written.length + 1} 句回覆`;
    const form = { conversationId, text, key: randomUUID() };
    expect((await callAction(baseUrl, "replyToChatAction", { form, headers })).code).toBe("done");
    written.push(text);
  };
  const replyTimes = async (times: number) => {
    for (let n = 0; n < times; n++) {
      await reply();
      await new Promise((resolve) => setTimeout(resolve, (awaySeconds * 1000) / (times + 1)));
    }
  };
  return { written, seen, stop, reply, replyTimes };
}

/** Milliseconds a visitor waited. */
function spread(answers: Acknowledged[]) {
  const sorted = answers.map(({ ms }) => Math.round(ms)).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
