import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { followStream } from "@/e2e/live/follow-stream";
import { callAction } from "@/e2e/support/call-action";
import { type ServerProcess, startServerProcess } from "@/e2e/support/servers/server-process";
import { signInByHttp } from "@/e2e/support/sign-in-by-http";
import { openCeilings } from "@/lib/kv/limits/limit-policies";
import { openRedisExecutor } from "@/test/servers/redis-executor";
import { startUpstashServer } from "@/test/servers/upstash-server";
import { atEnd, runToEnd } from "./run-to-end";
import { heldKib, inspectOption } from "./support/held-memory";
import { openWatchers } from "./support/live-watchers";
import { middle } from "./support/middle";
import { residentKib } from "./support/resident-kib";
import { startStores } from "./support/start-stores";
import { openVisitorStream, type VisitorStream } from "./support/visitor-streams";

// npm run bench:desk [-- --store=embedded|tcp|rest] [--visitors=2000] [--screens=200] [--minutes=10] [--rate=10]
// [--quick] [--json FILE]: visitors who wait for a person or have one, each with its stream, beside staff's screens on
// one process, while both sides write and type: how long each takes to the other, what is lost or doubled, and memory.
const { values } = parseArgs({
  options: {
    store: { type: "string", default: "embedded" },
    visitors: { type: "string", default: "2000" },
    screens: { type: "string", default: "200" },
    minutes: { type: "string", default: "10" },
    rate: { type: "string", default: "10" },
    quick: { type: "boolean", default: false },
    json: { type: "string" },
  },
});
const store = z.enum(["embedded", "tcp", "rest"]).parse(values.store);
const visitorCount = values.quick ? 30 : Number(values.visitors);
const screenCount = values.quick ? 10 : Number(values.screens);
const lastsMs = values.quick ? 5_000 : Number(values.minutes) * 60_000;
/** Messages a second, of both sides together. */
const rate = Number(values.rate);
/** Chats that the member has, in which both sides write. */
const takenCount = Math.min(visitorCount, 50);
const settleMs = values.quick ? 500 : 5_000;
const patienceMs = 30_000;
const atOnce = 16;
const warmUpStreams = 500;
const mostUnderWay = 50;

/** Milliseconds at the 95th percentile; bytes a visitor's stream; how much more memory at the end than at first. */
const bars = {
  writtenMs: store === "rest" ? 1_200 : 300,
  typedMs: store === "rest" ? 1_500 : 500,
  kibAStream: 30,
  growth: 1.15,
};

type Visitor = { chatId: string; key: string; from: string; conversationId: string; stream: VisitorStream };
type Sent = { text: string; visitor: Visitor; at: number };

const account = z.object({ email: z.string(), password: z.string() });
const demoSchema = z.object({
  agent: account,
  bots: z.tuple([z.object({ token: z.string() })]).rest(z.unknown()),
});
const answered = z.object({ visitor_key: z.string() });
const listed = z.object({ chats: z.array(z.object({ id: z.string(), chatId: z.string() })) });
const message = z.object({ turn: z.object({ author: z.string(), bubbles: z.array(z.string()) }) });
const pulse = z.object({ type: z.string(), chat: z.string() });

await runToEnd(run);

async function run(): Promise<boolean> {
  const { server, demo } = await startServer();
  const address = (await server.ready).replace("localhost", "127.0.0.1");
  const pid = server.child.pid ?? 0;
  const [{ token }] = demo.bots;
  const cookies = await signInOften(address, demo.agent);
  const headers = { cookie: cookies[0] ?? "" };

  const asked = await inBatches(visitorCount, (n) => askForPerson(address, token, n));
  const taken = asked.slice(-takenCount);
  const ids = await conversationIds(address, headers.cookie);
  for (const visitor of taken) {
    visitor.conversationId = ids.get(visitor.chatId) ?? "";
    await act(address, "takeChatAction", { conversationId: visitor.conversationId }, headers);
  }

  const open = async (n: number): Promise<Visitor> => {
    const visitor = asked[n];
    if (!visitor) throw new Error("no such visitor");
    return { ...visitor, stream: await openVisitorStream(address, { token, ...visitor }) };
  };
  // Code and caches warm: not what is measured.
  for (const { stream } of await inBatches(Math.min(visitorCount, warmUpStreams), open)) stream.close();
  await sleep(settleMs);
  const before = await heldKib(server.output());
  const visitors = await inBatches(visitorCount, open);
  await sleep(settleMs);
  const kibAStream = ((await heldKib(server.output())) - before) / visitorCount;
  atEnd(() => {
    for (const { stream } of visitors) stream.close();
  });

  const screens = await openWatchers({ address, path: "/api/live", cookies }, screenCount);
  atEnd(screens.close);
  const desk = watchDesk(address, headers.cookie);
  atEnd(desk.stop);

  const talking = visitors.slice(-takenCount);
  const replies: Sent[] = [];
  const questions: Sent[] = [];
  const typed: { toVisitor: number[]; toStaff: number[] } = { toVisitor: [], toStaff: [] };
  const memory: number[] = [];
  const underWay = new Set<Promise<unknown>>();
  const since = performance.now();
  for (let n = 0; performance.now() - since < lastsMs; n++) {
    const visitor = talking[(n >> 1) % talking.length];
    if (!visitor) throw new Error("nobody talks");
    const sent = { text: `第 ${n} 句`, visitor, at: performance.now() };
    const work =
      n % 2 === 0
        ? reply(address, headers, sent).then(() => replies.push(sent))
        : write(address, token, sent).then(() => questions.push(sent));
    underWay.add(work);
    void work.finally(() => underWay.delete(work)).catch(() => {});
    if (n % 20 === 0) typed.toVisitor.push(await typeToVisitor(address, headers, visitor));
    if (n % 20 === 10) typed.toStaff.push(await typeToStaff(address, token, visitor, desk));
    if (n % (rate * 5) === 0) memory.push(residentKib(pid));
    while (underWay.size >= mostUnderWay) await Promise.race(underWay);
    await sleep(Math.max(0, since + ((n + 1) * 1_000) / rate - performance.now()));
  }
  await Promise.all(underWay);
  const sent = replies.length + questions.length;
  const ended = performance.now();

  const isThere = () =>
    replies.every(({ visitor, text }) => visitor.stream.saidAt.has(text)) &&
    questions.every(({ text }) => desk.saidAt.has(text));
  while (!isThere() && performance.now() - ended < patienceMs) await sleep(50);
  const toVisitor = replies.map(
    ({ visitor, text, at }) => (visitor.stream.saidAt.get(text) ?? Infinity) - at,
  );
  const toStaff = questions.map(({ text, at }) => (desk.saidAt.get(text) ?? Infinity) - at);
  const lost =
    [...toVisitor, ...toStaff].filter((ms) => ms === Infinity).length +
    visitors.filter(({ stream }) => !stream.isOpen).length;
  const doubled = visitors.reduce(
    (sum, { stream }) => sum + stream.turnIds.length - new Set(stream.turnIds).size,
    0,
  );
  // Of each message two events or one; each screen has them all.
  await screens.received(desk.events);
  const { lost: lostOnScreens, doubled: doubledOnScreens } = screens.count(desk.events);

  const warm = memory.slice(Math.floor(memory.length / 5));
  const fifth = Math.max(1, Math.floor(warm.length / 5));
  const growth = middle(warm.slice(-fifth)) / middle(warm.slice(0, fifth));
  const figures = {
    store,
    visitors: visitorCount,
    screens: screenCount,
    perSecond: sent / ((ended - since) / 1_000),
    sent,
    lost: lost + lostOnScreens,
    doubled: doubled + doubledOnScreens,
    toVisitorMs: spread(toVisitor),
    toStaffMs: spread(toStaff),
    typingToVisitorMs: spread(typed.toVisitor),
    typingToStaffMs: spread(typed.toStaff),
    kibAStream,
    growth,
  };
  print(figures);
  if (values.json) await writeFile(values.json, `${JSON.stringify({ ...figures, bars }, null, 2)}\n`);
  const isExact = figures.lost === 0 && figures.doubled === 0;
  const isWithin =
    figures.toVisitorMs.p95 <= bars.writtenMs &&
    figures.toStaffMs.p95 <= bars.writtenMs &&
    figures.typingToVisitorMs.p95 <= bars.typedMs &&
    figures.typingToStaffMs.p95 <= bars.typedMs &&
    kibAStream <= bars.kibAStream &&
    growth <= bars.growth;
  return isExact && (isWithin || values.quick);
}

async function startServer(): Promise<{ server: ServerProcess; demo: z.output<typeof demoSchema> }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "dawen-bench-"));
  atEnd(() => rm(dataDir, { recursive: true, force: true }));
  const server = startServerProcess({
    DATA_DIR: dataDir,
    TRUSTED_PROXY_HOPS: "1",
    LOG_LEVEL: "warn",
    NODE_OPTIONS: inspectOption,
    NEXTAUTH_SECRET: "bench-".repeat(8),
    ...(await storesOf()),
  });
  atEnd(() => server.stop("SIGKILL"));
  await server.ready;
  const demo = demoSchema.parse(JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8")));
  return { server, demo };
}

/** Of the server's environment what names its database and its store. */
async function storesOf(): Promise<Record<string, string>> {
  if (store === "embedded") return {};
  const stores = await startStores();
  if (!stores)
    throw new Error(`--store=${store} needs PostgreSQL and Redis: install them, or set TEST_*_URL`);
  atEnd(stores.stop);
  const { databaseUrl: DATABASE_URL, redisUrl: REDIS_URL } = stores;
  if (store === "tcp") return { DATABASE_URL, REDIS_URL };
  const redis = await openRedisExecutor(REDIS_URL);
  const rest = await startUpstashServer(redis.execute);
  atEnd(redis.close, rest.close);
  return { DATABASE_URL, KV_REST_API_URL: rest.url, KV_REST_API_TOKEN: rest.token };
}

async function signInOften(address: string, agent: z.output<typeof account>): Promise<string[]> {
  const cookies: string[] = [];
  for (let streams = 0; streams < screenCount + 1; streams += openCeilings.liveStreamsOfSession - 1)
    cookies.push(await signInByHttp(address, agent));
  return cookies;
}

/** Each from an address of its own. */
async function askForPerson(address: string, token: string, n: number): Promise<Omit<Visitor, "stream">> {
  const chatId = `web_${randomUUID().replaceAll("-", "")}`;
  const from = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
  const body = { token, message: "我要找真人", chat_id: chatId, wants_person: true };
  const { visitor_key: key } = answered.parse(await post(address, body, { "x-forwarded-for": from }));
  return { chatId, key, from, conversationId: "" };
}

async function post(address: string, body: object, headers: Record<string, string>, name = "message") {
  const response = await fetch(`${address}/api/widget/${name}`, {
    method: "POST",
    body: JSON.stringify(body),
    headers,
  });
  if (response.status !== 200) throw new Error(`${name} got ${response.status}: ${await response.text()}`);
  return response.json();
}

async function conversationIds(address: string, cookie: string): Promise<Map<string, string>> {
  const { chats } = listed.parse(await (await fetch(`${address}/api/chats`, { headers: { cookie } })).json());
  return new Map(chats.map(({ chatId, id }) => [chatId, id]));
}

async function act(
  address: string,
  name: string,
  form: Record<string, string>,
  headers: Record<string, string>,
): Promise<void> {
  const { code, status } = await callAction(address, name, { form, headers });
  if (code !== "done") throw new Error(`${name} got ${status} ${code}`);
}

async function reply(address: string, headers: Record<string, string>, { visitor, text }: Sent) {
  const { conversationId } = visitor;
  await act(address, "replyToChatAction", { conversationId, text, key: randomUUID() }, headers);
}

async function write(address: string, token: string, { visitor, text }: Sent) {
  const { chatId, key, from } = visitor;
  const body = { token, message: text, chat_id: chatId };
  await post(address, body, { "x-forwarded-for": from, "dawen-visitor": key });
}

async function typeToVisitor(
  address: string,
  headers: Record<string, string>,
  { conversationId, stream }: Visitor,
): Promise<number> {
  const at = performance.now();
  const told = await fetch(`${address}/api/chats/${conversationId}/presence`, {
    method: "POST",
    body: JSON.stringify({ doing: "typing", visit: "bench" }),
    headers: { ...headers, origin: address, "content-type": "application/json" },
  });
  if (told.status !== 200) throw new Error(`presence got ${told.status}: ${await told.text()}`);
  return (await comes(() => stream.typingAt, at)) - at;
}

async function typeToStaff(
  address: string,
  token: string,
  { key, from, conversationId }: Visitor,
  desk: Desk,
): Promise<number> {
  const at = performance.now();
  await post(address, { token }, { "x-forwarded-for": from, "dawen-visitor": key }, "typing");
  return (await comes(() => desk.typingAt.get(conversationId) ?? 0, at)) - at;
}

/** When something came that was sent at `at`; Infinity when it does not within five seconds. */
async function comes(cameAt: () => number, at: number): Promise<number> {
  while (performance.now() - at < 5_000) {
    if (cameAt() >= at) return cameAt();
    await sleep(2);
  }
  return Infinity;
}

type Desk = {
  /** By what a visitor wrote, when it came. */
  saidAt: Map<string, number>;
  /** By the chat's id, when the screen was told last that its visitor writes. */
  typingAt: Map<string, number>;
  events: number;
  stop: () => void;
};

/** One screen that reads what it is told. */
function watchDesk(address: string, cookie: string): Desk {
  const desk: Desk = { saidAt: new Map(), typingAt: new Map(), events: 0, stop: () => {} };
  desk.stop = followStream([`${address}/api/live`], { cookie }, "", ({ kind, data }) => {
    if (kind === "pulse") {
      const { type, chat } = pulse.parse(JSON.parse(data));
      if (type === "typing") desk.typingAt.set(chat, performance.now());
    }
    if (kind !== "message") return;
    desk.events += 1;
    const { author, bubbles } = message.parse(JSON.parse(data)).turn;
    const [text = ""] = bubbles;
    if (author === "visitor" && !desk.saidAt.has(text)) desk.saidAt.set(text, performance.now());
  });
  return desk;
}

async function inBatches<T>(count: number, make: (n: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let n = 0; n < count; n += atOnce)
    made.push(
      ...(await Promise.all(Array.from({ length: Math.min(atOnce, count - n) }, (_, i) => make(n + i)))),
    );
  return made;
}

function spread(times: number[]): { p50: number; p95: number; max: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

function print(figures: {
  visitors: number;
  screens: number;
  perSecond: number;
  sent: number;
  lost: number;
  doubled: number;
  toVisitorMs: ReturnType<typeof spread>;
  toStaffMs: ReturnType<typeof spread>;
  typingToVisitorMs: ReturnType<typeof spread>;
  typingToStaffMs: ReturnType<typeof spread>;
  kibAStream: number;
  growth: number;
}): void {
  const { visitors, screens, perSecond, sent, lost, doubled, kibAStream, growth } = figures;
  const ms = ({ p50, p95, max }: ReturnType<typeof spread>) =>
    `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, longest ${max.toFixed(0)} ms`;
  console.log(
    `${store}: ${visitors} visitors' streams, ${screens} screens, ${sent} messages, ${perSecond.toFixed(1)} a second: lost ${lost}, doubled ${doubled}`,
  );
  console.log(`staff's words to the visitor   ${ms(figures.toVisitorMs)} (bar ${bars.writtenMs})`);
  console.log(`a visitor's words to staff     ${ms(figures.toStaffMs)} (bar ${bars.writtenMs})`);
  console.log(`staff's typing to the visitor  ${ms(figures.typingToVisitorMs)} (bar ${bars.typedMs})`);
  console.log(`a visitor's typing to staff    ${ms(figures.typingToStaffMs)} (bar ${bars.typedMs})`);
  console.log(
    `memory: ${kibAStream.toFixed(1)} KiB a visitor's stream (bar ${bars.kibAStream}), at the end ${growth.toFixed(2)} of what it was at first (bar ${bars.growth})`,
  );
}
