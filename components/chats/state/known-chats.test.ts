import { expect, it } from "vitest";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { KnownChats } from "./known-chats";

const chat = (n: number, lastActivityAt = n): ChatSummary => ({
  ...{ id: `c${n}`, botId: "b", chatId: "web_00000000", domain: null, startedAt: 0, lastActivityAt },
  ...{ lastTurn: { author: "bot", text: "", answered: true, state: "complete" }, lastAsked: "" },
  ...{
    visitorTurns: 1,
    desk: { state: "bot", at: 0, assignee: null },
    ratings: [],
    tags: { names: [], at: 0 },
  },
});

it("has each chat once, as it is newest, whatever was read in which order, and stays as it was itself", () => {
  const none = new KnownChats(new Map());
  let known = none;
  for (let page = 0; page < 12; page++)
    known = known.with(Array.from({ length: 200 }, (_, n) => chat(page * 150 + n)));
  const count = 11 * 150 + 200;
  expect(
    known
      .values()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(Array.from({ length: count }, (_, n) => `c${n}`).sort());
  const later = known.with([chat(3, 9_000), chat(5_000)]).with([chat(3, 2)]);
  expect([later.get("c3")?.lastActivityAt, known.get("c3")?.lastActivityAt]).toEqual([9_000, 3]);
  expect([later.values().length, known.values().length, none.values().length]).toEqual([count + 1, count, 0]);
  const few = later.filter(({ lastActivityAt }) => lastActivityAt > 4_000);
  expect(
    few
      .values()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(["c3", "c5000"]);
});
