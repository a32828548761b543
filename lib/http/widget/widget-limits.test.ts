import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { getBotCeiling } from "@/lib/bots/token/get-bot-ceiling";
import { clientSubject, ipv6Prefix48 } from "@/lib/http/client-ip";
import { createKv } from "@/lib/kv/client";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { randomHex } from "@/lib/random-hex";
import { withRequest } from "@/lib/request-context";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { requireMessageLimits } from "./require-message-limits";
import { requireWidgetBot } from "./require-widget-bot";

const perMinute = 50;
let shop: Awaited<ReturnType<typeof createTestShop>>;

beforeAll(async () => {
  vi.stubEnv("LIMIT_BOT_PER_MINUTE", String(perMinute));
  // One moment for all: no window ends while the machine is busy.
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.stubEnv("LIMIT_NEW_CHATS_PER_HOUR", "20");
  shop = await createTestShop();
});
afterAll(() => shop.close());
beforeEach(() => {
  shop.ctx.kv = createKv({});
});

const from = <T>(remoteAddress: string, run: () => Promise<T>) =>
  withRequest(
    {
      ...{ id: "test", isReached: true, isMalformed: false },
      client: clientSubject({ remoteAddress, forwardedFor: undefined }, 0),
    },
    run,
  );
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "ok",
    (error: { code: string; retryAfter?: number }) => error.code,
  );
const say = (address: string, { chat = `web_${randomHex(8)}`, bot = shop.botId } = {}) =>
  from(address, () => codeOf(requireMessageLimits(shop.ctx, bot, chat)));
const count = (codes: string[], code: string) => codes.filter((each) => each === code).length;

it("answers no more to one bot than its ceiling, from however many networks, and notes it for the owner", async () => {
  const codes = await Promise.all(
    Array.from({ length: 3 * perMinute }, (_, at) => say(`2001:db8:${at.toString(16)}::1`)),
  );
  expect(count(codes, "ok")).toBe(perMinute);
  expect(count(codes, "rate_limited")).toBe(2 * perMinute);
  expect(await say("2001:db8:ffff::1", { bot: "another" })).toBe("ok");
  await expect.poll(() => getBotCeiling(shop.ctx, shop.botId)).toBeInstanceOf(Date);
  expect(await getBotCeiling(shop.ctx, "another")).toBeNull();
});

it("lets fewer new chats in from a /48 than from an IPv4 address; a chat that is there goes on", async () => {
  const first = `web_${randomHex(8)}`;
  expect(await say("2001:db8:7:1::1", { chat: first })).toBe("ok");
  const codes: string[] = [];
  for (let net = 2; net < 22; net++) codes.push(await say(`2001:db8:7:${net}::1`));
  expect(count(codes, "ok")).toBe(9);
  expect(await say("2001:db8:7:99::1", { chat: first })).toBe("ok");
  expect(await say("2001:db8:8:1::1")).toBe("ok");

  const ofOne = await Promise.all(Array.from({ length: 20 }, () => say("192.0.2.9")));
  expect(count(ofOne, "ok")).toBe(20);
});

it("keeps limiting while the store is away", async () => {
  shop.ctx.kv = createKv({ KV_REST_API_URL: "http://127.0.0.1:4", KV_REST_API_TOKEN: "none" });
  const codes: string[] = [];
  for (let at = 0; at < perMinute + 10; at++) codes.push(await say(`198.51.${at}.1`, { bot: "lonely" }));
  expect(count(codes, "ok")).toBe(perMinute);
});

it("ipv6Prefix48 is of an address as limits see it", () => {
  expect(ipv6Prefix48("2001:db8:1:2::/64")).toBe("2001:db8:1::/48");
  expect(ipv6Prefix48("0:0:0:0::/64")).toBe("0:0:0::/48");
  for (const other of ["192.0.2.1", "unknown", "2001:db8::/32"]) expect(ipv6Prefix48(other)).toBeNull();
});

it("answers 429 past the limit of unknown tokens, and the database hears of few of them", async () => {
  const lookUp = vi.spyOn(shop.ctx.db.bot, "findFirst");
  const ask = (token: unknown, address = "203.0.113.5") =>
    from(address, () => codeOf(requireWidgetBot(shop.ctx, token)));
  const served = shop.botId.replaceAll("-", "");
  expect(await ask(served)).toBe("ok");
  const { limit } = limitPolicies.unknownToken;
  const codes: string[] = [];
  for (let at = 0; at < 1_000; at++) codes.push(await ask(randomHex(16)));
  expect(count(codes, "not_found")).toBe(limit);
  expect(count(codes, "rate_limited")).toBe(1_000 - limit);
  expect(lookUp.mock.calls.length).toBeLessThan(limit + 5);
  for (const malformed of [undefined, "", 7, `${served} `]) expect(await ask(malformed)).toBe("rate_limited");
  // A bot that is served stays served, from there too.
  expect(await ask(served)).toBe("ok");
  expect(await ask("no token", "203.0.113.6")).toBe("not_found");

  lookUp.mockClear();
  const one = randomHex(16);
  for (let at = 0; at < 100; at++) expect(await ask(one, `203.0.114.${at}`)).toBe("not_found");
  expect(lookUp).toHaveBeenCalledTimes(1);
  lookUp.mockRestore();
});
