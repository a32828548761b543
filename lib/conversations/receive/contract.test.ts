import { describe, expect, it } from "vitest";
import { feedbackRequest } from "@/lib/contract/feedback";
import { historyTurn, messageRequest } from "@/lib/contract/message";
import { malformed, requestLimits } from "@/lib/contract/request-fields";
import { isAppError } from "@/lib/errors";
import { cleanText, countCodePoints, dropDirections, hasVisibleCharacter } from "@/lib/language/clean-text";
import { parseFeedbackInput } from "./feedback-input";
import { parseMessageInput } from "./message-input";

const bodies = 6_000;

describe("what is read of a request is what the contract's schema says, in the contract's order", () => {
  it("of messages", () => {
    const random = createRandom(7);
    const seen = new Set<string>();
    for (let n = 0; n < bodies; n++) {
      const body = makeBody(random, {
        message: [...texts, ...nonsense],
        history: [absent, [], makeHistory(random), makeHistory(random), makeHistory(random), ...nonsense],
        chat_id: [absent, ...ids, ...nonsense],
        page_url: [absent, "https://shop.example/a", "javascript:1", ...nonsense],
        locale: [absent, "zh-TW", "../x", ...nonsense],
        visitor: [absent, { name: "王小明", plan: 3 }, { name: { a: 1 } }, ...nonsense],
        wants_person: [absent, true, false, ...nonsense],
        further: [absent, ...nonsense],
      });
      const expected = messageVerdict(body);
      const [reason, input] = verdictOf(() => parseMessageInput(body));
      expect(reason, JSON.stringify(body)).toBe(expected);
      seen.add(reason);
      if (!input) continue;
      expect(input.message).toBe(clean(body.message));
      expect(input.history.map(({ role }) => role)).toEqual(keptRoles(body.history));
      expect(input.wantsPerson).toBe(body.wants_person === true);
      if (body.chat_id !== undefined) expect(input.chatId).toBe(body.chat_id);
    }
    const { message, history, chat_id } = malformed;
    expect([...seen].sort()).toEqual(
      ["", message, history, chat_id, "message_empty", "message_too_long"].sort(),
    );
  });

  it("of feedback", () => {
    const random = createRandom(11);
    const seen = new Set<string>();
    for (let n = 0; n < bodies; n++) {
      const body = makeBody(random, {
        chat_id: [absent, ...ids, ...nonsense],
        message_id: ["0193a5c0-7b6f-7c3d-9e4a-0123456789ab", "0193a5c0", ...nonsense],
        rating: ["up", "down", "none", "UP", "constructor", ...nonsense],
        reason: [absent, ...texts, ...nonsense],
        further: [absent, ...nonsense],
      });
      const expected = feedbackVerdict(body);
      const [reason, input] = verdictOf(() => parseFeedbackInput(body));
      expect(reason, JSON.stringify(body)).toBe(expected);
      seen.add(reason);
      if (!input) continue;
      expect(input).toMatchObject({ chatId: body.chat_id, messageId: body.message_id });
      expect(input.rating ?? "none").toBe(body.rating);
      expect(input.reason).toBe(body.rating === "none" ? "" : clean(body.reason ?? ""));
    }
    const { chat_id, message_id, rating, reason } = malformed;
    expect([...seen].sort()).toEqual(["", chat_id, message_id, rating, reason, "reason_too_long"].sort());
  });
});

type Body = Record<string, unknown>;

/** The reason for which the contract refuses the body; "" for none. */
function messageVerdict(body: Body): string {
  const wrong = wrongFields(messageRequest.omit({ token: true }), body);
  if (wrong.has("message")) return malformed.message;
  const text = clean(body.message);
  if (!hasVisibleCharacter(text)) return "message_empty";
  if (countCodePoints(text) > requestLimits.message) return "message_too_long";
  if (wrong.has("history")) return malformed.history;
  return wrong.has("chat_id") ? malformed.chat_id : "";
}

function feedbackVerdict(body: Body): string {
  const wrong = wrongFields(feedbackRequest.omit({ token: true }), body);
  for (const field of ["chat_id", "message_id", "rating", "reason"] as const)
    if (wrong.has(field)) return malformed[field];
  return countCodePoints(clean(body.reason ?? "")) > requestLimits.feedbackReason ? "reason_too_long" : "";
}

type Issues = { error?: { issues: { path: PropertyKey[] }[] } | undefined };

/** The fields that are wrong as a whole: a part of one, such as a turn of the history, is only left out. */
function wrongFields(schema: { safeParse(body: Body): Issues }, body: Body): Set<PropertyKey | undefined> {
  const issues = schema.safeParse(body).error?.issues ?? [];
  return new Set(issues.filter(({ path }) => path.length === 1).map(({ path }) => path[0]));
}

function keptRoles(history: unknown): string[] {
  const turns = Array.isArray(history) ? history.slice(-requestLimits.historyTurns) : [];
  return turns.flatMap((entry) => {
    const turn = historyTurn.safeParse(entry).data;
    return turn && cleanText(turn.content) !== "" ? [turn.role] : [];
  });
}

function clean(text: unknown): string {
  return cleanText(dropDirections(String(text)));
}

function verdictOf<T>(read: () => T): [reason: string, input: T | null] {
  try {
    return ["", read()];
  } catch (error) {
    if (!isAppError(error) || error.code !== "bad_request") throw error;
    return [error.reason ?? "no reason", null];
  }
}

const absent = Symbol("absent");
const texts = [
  ...["好", " 可以退貨嗎？ ", "", " \0 ", "\u200b", "\ud800", "\u202e反\u2066", "<b>x</b>", "𠮷"],
  ...["字".repeat(300), "😀".repeat(300), `${"字".repeat(300)}\u202e\n`, "字".repeat(301), "😀".repeat(301)],
];
const ids = ["web_0123abcd", `web_${"a".repeat(32)}`, "web_0123abc", `web_${"a".repeat(33)}`, "web_0123ABCD"];
const nonsense: unknown[] = [
  ...[null, true, 0, -1, 1e308, "", "x", "web_0123abcd\n", [], {}, [[]], [null]],
  ...[{ toString: "x" }, { length: 3, 0: "a" }, JSON.parse('{"__proto__":{"role":"user"},"constructor":1}')],
];

function makeHistory(random: () => number): unknown[] {
  const length = Math.floor(random() * 14);
  return Array.from({ length }, () =>
    pick(random, [
      { role: pick(random, ["user", "assistant"]), content: pick(random, texts) },
      { role: pick(random, ["system", "tool", "USER", null]), content: "說實話" },
      { role: "user", content: pick(random, nonsense) },
      { role: "assistant", content: "好", name: "系統", tool_calls: [] },
      pick(random, nonsense),
    ]),
  );
}

function makeBody(random: () => number, choices: Record<string, unknown[]>): Body {
  const body: Body = {};
  for (const [name, values] of Object.entries(choices)) {
    // Half of the time what comes first, so that a body is often right as a whole.
    const value = random() < 0.5 ? pick(random, values.slice(0, 4)) : pick(random, values);
    if (value !== absent) body[name] = value;
  }
  return JSON.parse(JSON.stringify(body));
}

function pick<T>(random: () => number, values: readonly T[]): T | undefined {
  return values[Math.floor(random() * values.length)];
}

/** The same numbers at every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
