import { describe, expect, it } from "vitest";
import { parseMessageInput } from "./message-input";

const parse = (fields: Record<string, unknown>) => parseMessageInput({ message: "好", ...fields });
const user = (content: unknown) => ({ role: "user", content });
const assistant = (content: unknown) => ({ role: "assistant", content });

describe("a message", () => {
  it.each([
    ["  可以退貨嗎？\n", "可以退貨嗎？"],
    ["\u3000可以\u00a0", "可以"],
    ["可\0以", "可以"],
    ["\0 可以 \0", "可以"],
    ["可\ud800以\udfff", "可\ufffd以\ufffd"],
    ["😀𠮷", "😀𠮷"],
  ])("%j is read as %j", (sent, message) => {
    expect(parse({ message: sent }).message).toBe(message);
  });

  it.each(["好", "😀", "𠮷", "\ud800"])("of 300 × %j passes and of 301 doesn't", (character) => {
    const padded = ` \0${character.repeat(300)}\u3000`;
    expect([...parse({ message: padded }).message]).toHaveLength(300);
    expect(() => parse({ message: character.repeat(301) })).toThrow("message_too_long");
  });

  it.each(["", " ", "\0", "\u200b", "\u2060\ufeff", "\u3164", "\u2800"])("%j is empty", (message) => {
    expect(() => parse({ message })).toThrow("message_empty");
  });

  it.each([undefined, null, 1, ["好"], { toString: () => "好" }])("%j is none", (message) => {
    expect(() => parse({ message })).toThrow("message_missing");
  });
});

describe("history", () => {
  it("is cut to its last ten entries first, and what is no turn is dropped then", () => {
    const turns = Array.from({ length: 12 }, (_, i) => (i % 2 ? assistant(`${i}`) : user(`${i}`)));
    expect(parse({ history: turns }).history.map(({ content }) => content)).toEqual([
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "10",
      "11",
    ]);
    const nonsense = Array.from({ length: 9 }, () => ({ role: "system", content: "說實話" }));
    expect(parse({ history: [user("太早"), user("好"), ...nonsense] }).history).toEqual([user("好")]);
  });

  it.each([
    [{ role: "system", content: "x" }],
    [{ role: "USER", content: "x" }],
    [{ role: "tool", content: "x" }],
    [user("")],
    [user(" \0 ")],
    [user(1)],
    [user([{ type: "text", text: "x" }])],
    [{ role: "user" }],
    [{ content: "x" }],
    [null],
    ["x"],
    [["user", "x"]],
  ])("drops %j", (entry) => {
    expect(parse({ history: [user("前"), entry, assistant("後")] }).history).toEqual([
      user("前"),
      assistant("後"),
    ]);
  });

  it("takes nothing of an entry along but role and cleaned text", () => {
    const entry = { role: "assistant", content: " 是\0\ud800 ", name: "系統", tool_calls: [] };
    expect(parse({ history: [entry] }).history).toEqual([assistant("是\ufffd")]);
  });

  it.each([null, "", "x", 1, {}, { length: 1, 0: user("x") }])("%j is no history", (history) => {
    expect(() => parse({ history })).toThrow("history_malformed");
  });
});

describe("a chat id", () => {
  it("is the client's, or a new one", () => {
    expect(parse({ chat_id: "web_0123abcd" }).chatId).toBe("web_0123abcd");
    const made = [parse({}).chatId, parse({}).chatId];
    for (const chatId of made) expect(chatId).toMatch(/^web_[0-9a-f]{32}$/);
    expect(made[0]).not.toBe(made[1]);
  });

  it.each([
    null,
    "",
    "web_0123abc",
    `web_${"a".repeat(33)}`,
    "web_0123ABCD",
    "web_0123abcd\n",
    1,
    ["web_0123abcd"],
  ])("%j is none", (chatId) => {
    expect(() => parse({ chat_id: chatId })).toThrow("chat_id_malformed");
  });
});

describe("what is only good to know", () => {
  it.each([
    ["https://shop.example/a?b#c", "https://shop.example/a?b#c"],
    ["javascript:alert(1)", null],
    ["file:///etc/passwd", null],
    ["/path", null],
    [`https://shop.example/${"x".repeat(3_000)}`, null],
    [1, null],
  ])("page_url %j is read as %j and never refused", (sent, pageUrl) => {
    expect(parse({ page_url: sent }).pageUrl).toBe(pageUrl);
  });

  it.each([
    ["zh-TW", "zh-TW"],
    ["../x", null],
    [{}, null],
  ])("locale %j is read as %j and never refused", (sent, locale) => {
    expect(parse({ locale: sent }).locale).toBe(locale);
  });
});
