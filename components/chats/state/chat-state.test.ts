import { describe, expect, it } from "vitest";
import type { ChatPage } from "@/lib/conversations/inbox/get-chat-page";
import type { ChatQuery } from "@/lib/conversations/inbox/query/chat-query";
import type { ViewCounts } from "@/lib/conversations/inbox/query/view-counts";
import type { ChatSummary, Turn } from "@/lib/conversations/turns/turn";
import {
  chatReducer,
  firstChatState as firstState,
  listEnd,
  listedChats,
  matchingChats,
  type OpenedChat,
  unreadNow,
  unreadOf,
} from "./chat-state";

const all: ChatQuery = { view: "all" };
const ofBot = (bot: string): ChatQuery => ({ view: "all", bot });
const counts: ViewCounts = {
  ...{ all: 9, waiting: 0, mine: 0, unassigned: 9, unanswered: 0, snoozed: 0, bot: 9, closed: 0 },
};
const viewer = { userId: "me", timeZone: "Asia/Taipei" };
const firstChatState = (page: ChatPage, opened: ({ id: string } & OpenedChat) | null, query = all) =>
  firstState(page, opened, { query, viewer, counts });

const chat = (n: number, more: Partial<ChatSummary> = {}): ChatSummary => ({
  id: `c${n}`,
  botId: "b1",
  chatId: `web_0000000${n}`,
  domain: null,
  startedAt: 0,
  lastActivityAt: n * 1_000,
  lastTurn: { author: "bot", text: "答", answered: true, state: "complete" },
  lastAsked: `問${n}`,
  visitorTurns: 1,
  visitor: null,
  desk: { state: "bot", at: 0, assignee: null },
  ratings: [],
  tags: { names: [], at: 0 },
  ...more,
});
const page = (chats: ChatSummary[], more: Partial<ChatPage> = {}): ChatPage => ({
  chats,
  reads: {},
  hasOlder: false,
  waiting: [],
  ...more,
});
const turn = (id: string, more: Partial<Turn> = {}): Turn => ({
  id,
  conversationId: "c1",
  author: "visitor",
  authorName: "",
  state: "complete",
  replyTo: null,
  bubbles: [id],
  sources: [],
  answered: null,
  confidence: null,
  at: 0,
  ...more,
});
const ids = (chats: readonly ChatSummary[]) => chats.map(({ id }) => id);
const waits = (since: number, handledAt?: number): Pick<ChatSummary, "desk"> => ({
  desk: { state: handledAt ? "bot" : "waiting", at: handledAt ?? since, assignee: null },
});

describe("a chat that was deleted", () => {
  it("is dropped with its transcript and from the counts, and stays away whatever is told of it late", () => {
    const open = { id: "c2", turns: [turn("t1")], chat: { chats: [chat(2)], reads: {} } };
    const state = firstChatState(page([chat(3), chat(2)]), open);
    const gone = chatReducer(state, { type: "event", event: { type: "gone", id: "c2" } });
    const late = chatReducer(gone, {
      ...{ type: "event", event: { type: "turn", chat: chat(2), turn: turn("t2") } },
    });
    const read = chatReducer(late, { type: "opened", id: "c2", opened: open });
    for (const after of [gone, late, read, chatReducer(read, { type: "found", page: open.chat })]) {
      expect(ids(listedChats(after, all))).toEqual(["c3"]);
      expect(after.transcripts.has("c2")).toBe(false);
      expect(after.counted.counts).toMatchObject({ all: 8, bot: 8 });
    }
  });
});

it("a list that is read anew leaves out what was deleted meanwhile, and keeps what is older or came since", () => {
  const state = firstChatState(page([chat(7), chat(5), chat(4), chat(1)]), null);
  const since = chatReducer(state, {
    type: "event",
    event: { type: "turn", chat: chat(9), turn: turn("t9") },
  });
  const began = chatReducer(since, { type: "catch_up_began", openId: null });
  const fresh = page([chat(7), chat(4)], { hasOlder: true });
  const caught = chatReducer(began, { type: "caught_up", page: fresh, opened: null });
  expect([9, 7, 5, 4, 1].filter((n) => caught.known.get(`c${n}`))).toEqual([9, 7, 4, 1]);
});

describe("the list", () => {
  it("puts who waits first, longest first, then the newest activity", () => {
    const state = firstChatState(
      page([chat(9), chat(8, waits(500)), chat(7), chat(6, waits(100, 200))], {
        waiting: [chat(1, waits(400))],
        hasOlder: true,
      }),
      null,
    );
    expect(ids(listedChats(state, all))).toEqual(["c1", "c8", "c9", "c7", "c6"]);
    expect(listEnd(state, all)?.id).toBe("c6");
    const handled = { type: "turn" as const, chat: chat(1, waits(400, 600)), turn: turn("t") };
    // Handled, it goes back behind the end of the list, and leaves no gap there.
    const after = chatReducer(state, { type: "event", event: handled });
    expect(ids(listedChats(after, all))).toEqual(["c8", "c9", "c7", "c6"]);
    expect(listEnd(after, all)?.id).toBe("c6");
  });

  it("counts nothing as unread that the bot settled", () => {
    const unanswered = { author: "bot" as const, text: "", answered: false, state: "complete" as const };
    const failed = { author: "visitor" as const, text: "", answered: null, state: "failed" as const };
    const pending = { ...failed, state: "pending" as const };
    const state = firstChatState(
      page([
        chat(5),
        chat(4, { lastTurn: unanswered }),
        chat(3, { lastTurn: failed }),
        chat(2, { lastTurn: pending }),
        chat(1, waits(1)),
      ]),
      null,
    );
    const unread = Object.fromEntries(
      listedChats(state, all).map((listed) => [listed.id, unreadOf(state, listed)]),
    );
    expect(unread).toEqual({ c5: 0, c4: 1, c3: 1, c2: 0, c1: 1 });
    const seen = chatReducer(state, { type: "read", reads: { c4: { seenTurns: 1, visitorTurns: 1 } } });
    expect(unreadOf(seen, chat(4, { lastTurn: unanswered }))).toBe(0);
    const taken = (id: string) => ({
      desk: { state: "taken" as const, at: 1, assignee: { id, name: "小美" } },
      lastTurn: { ...pending, state: "complete" as const },
    });
    expect([unreadOf(state, chat(1, taken("me"))), unreadOf(state, chat(1, taken("other")))]).toEqual([1, 0]);
    const now = unreadNow(state, all);
    expect(Object.keys(now).sort()).toEqual(["c1", "c3", "c4"]);
    const read = chatReducer(state, { type: "read", reads: now });
    expect(listedChats(read, all).map((listed) => unreadOf(read, listed))).toEqual([0, 0, 0, 0, 0]);
    // What comes after that was noted is unread, though it is there by the time the server has the rest as read.
    const more = chat(1, { ...waits(1), visitorTurns: 2, lastActivityAt: 99_000 });
    const told = chatReducer(state, { type: "event", event: { type: "turn", chat: more, turn: turn("t2") } });
    expect(unreadOf(chatReducer(told, { type: "read", reads: now }), more)).toBe(1);
  });

  it("has no gap: what is opened or found stays out until the pages reach it, for each bot apart", () => {
    let state = firstChatState(page([chat(9), chat(8, { botId: "b2" })], { hasOlder: true }), {
      id: "c2",
      turns: [turn("t1")],
      chat: { chats: [chat(2)], reads: {} },
    });
    expect(ids(listedChats(state, all))).toEqual(["c9", "c8"]);
    state = chatReducer(state, {
      type: "listed",
      page: page([chat(5), chat(4)], { hasOlder: true }),
      query: ofBot("b1"),
    });
    expect([ids(listedChats(state, ofBot("b1"))), listEnd(state, ofBot("b1"))?.id]).toEqual([
      ["c9", "c5", "c4"],
      "c4",
    ]);
    expect([ids(listedChats(state, all)), listEnd(state, all)?.id]).toEqual([["c9", "c8"], "c8"]);
    const rest = page([chat(5), chat(4), chat(3), chat(2)]);
    state = chatReducer(state, { type: "listed", page: rest, query: all });
    expect(ids(listedChats(state, all))).toEqual(["c9", "c8", "c5", "c4", "c3", "c2"]);
    expect([listEnd(state, all), listEnd(state, ofBot("b1"))]).toEqual([null, null]);
  });

  it("begins anew where so much came meanwhile that a gap would stay", () => {
    const state = firstChatState(page([chat(2), chat(1)]), null);
    const missed = page([chat(9), chat(8)], { hasOlder: true });
    const caughtUp = chatReducer(state, { type: "caught_up", page: missed, opened: null });
    expect([ids(listedChats(caughtUp, all)), listEnd(caughtUp, all)?.id]).toEqual([["c9", "c8"], "c8"]);
    const joined = page([chat(9), chat(2)], { hasOlder: true });
    const without = chatReducer(state, { type: "caught_up", page: joined, opened: null });
    expect(ids(listedChats(without, all))).toEqual(["c9", "c2", "c1"]);
  });

  it("finds what is known by its words, name and label, and what the archive found", () => {
    const state = firstChatState(page([chat(3, { lastAsked: "運費ABC" }), chat(2), chat(1)]), null);
    const find = (search: string, found: string[] = []) =>
      ids(matchingChats(state, { query: all, search, found: new Set(found) }));
    expect([find("abc"), find("0002"), find("沒有"), find("沒有", ["c1"])]).toEqual([
      ["c3"],
      ["c2"],
      [],
      ["c1"],
    ]);
    expect([find("运费ＡＢＣ"), find("费a"), find("运费0003")]).toEqual([["c3"], ["c3"], []]);
  });
});

describe("views", () => {
  const taken = { state: "taken" as const, at: 5, assignee: { id: "me", name: "我" } };
  const event = (one: ChatSummary) => ({
    type: "event" as const,
    event: { type: "turn" as const, chat: one, turn: turn("t") },
  });

  it("hold what they say, and are counted along with what happens", () => {
    let state = firstChatState(page([chat(3), chat(2), chat(1)], { hasOlder: true }), null);
    state = chatReducer(state, event(chat(2, { desk: taken })));
    expect(ids(listedChats(state, { view: "mine" }))).toEqual(["c2"]);
    expect(ids(listedChats(state, { view: "bot" }))).toEqual(["c3", "c1"]);
    expect(state.counted.counts).toEqual({ ...counts, mine: 1, unassigned: 8, bot: 8 });
    for (let i = 0; i < 2; i++) state = chatReducer(state, event(chat(4)));
    expect(state.counted).toMatchObject({ isStale: false, counts: { all: 10, bot: 9, unassigned: 9 } });
    // Nobody knows how one that wasn't read yet was counted.
    state = chatReducer(state, event(chat(5, { visitorTurns: 3 })));
    expect(state.counted.isStale).toBe(true);
    state = chatReducer(state, { type: "counted", query: all, counts });
    expect(state.counted).toMatchObject({ isStale: false, counts });
  });

  it("that nothing was read of have no end; what is known of all chats is known of each view", () => {
    const mine: ChatQuery = { view: "mine" };
    let state = firstChatState(page([chat(9, { desk: taken })], { hasOlder: true }), null, mine);
    expect([listEnd(state, mine)?.id, listEnd(state, all)]).toEqual(["c9", undefined]);
    state = chatReducer(state, {
      type: "listed",
      page: page([chat(9, { desk: taken }), chat(8)]),
      query: all,
    });
    expect([listEnd(state, mine), listEnd(state, all), listEnd(state, { view: "closed" })]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("of snoozed chats go by when they come back, also while that changes", () => {
    const snoozed: ChatQuery = { view: "snoozed" };
    const until = (time: number, at = 1) => ({
      desk: { state: "snoozed" as const, at, assignee: null, until: time },
    });
    const first = page([chat(1, until(100)), chat(3, until(200)), chat(2, until(200))], { hasOlder: true });
    let state = firstChatState(page([chat(9), chat(8)], { hasOlder: true }), null);
    // What is known of all chats says nothing of those that come back first.
    expect(listEnd(state, snoozed)).toBeUndefined();
    state = chatReducer(state, { type: "listed", page: first, query: snoozed });
    expect(listEnd(state, snoozed)).toEqual({ at: 200, id: "c2" });
    expect(listEnd(state, all)).toEqual({ at: 8_000, id: "c8" });
    // Of two that come back at once the first id is first.
    const second = page([chat(2, until(200)), chat(3, until(200))], { hasOlder: true });
    state = chatReducer(state, { type: "listed", page: second, query: snoozed });
    expect(ids(listedChats(state, snoozed))).toEqual(["c1", "c2", "c3"]);
    // Put off anew: sooner it is among them, later behind what was read of the list.
    state = chatReducer(state, event(chat(9, until(150))));
    expect(ids(listedChats(state, snoozed))).toEqual(["c1", "c9", "c2", "c3"]);
    state = chatReducer(state, event(chat(1, until(900, 2))));
    expect(ids(listedChats(state, snoozed))).toEqual(["c9", "c2", "c3"]);
    expect(ids(matchingChats(state, { query: snoozed, search: "問", found: new Set() }))).toEqual([
      ...["c9", "c2", "c3", "c1"],
    ]);
    state = chatReducer(state, { type: "listed", page: page([chat(1, until(900, 2))]), query: snoozed });
    expect(ids(listedChats(state, snoozed))).toEqual(["c9", "c2", "c3", "c1"]);
    expect(listEnd(state, snoozed)).toBeNull();
    // Back with its bot's visitors it is in this list no more, and where its activity puts it in that of all.
    state = chatReducer(state, event(chat(9, { desk: { state: "waiting", at: 3, assignee: null } })));
    expect(ids(listedChats(state, snoozed))).toEqual(["c2", "c3", "c1"]);
    expect(ids(listedChats(state, all))).toEqual(["c9", "c8"]);
  });

  it("lose who waits no more, as a list read anew says", () => {
    const state = firstChatState(page([chat(9)], { waiting: [chat(1, waits(1)), chat(2, waits(2))] }), null);
    const current = page([chat(9)], { waiting: [chat(2, waits(2))] });
    const caughtUp = chatReducer(state, { type: "caught_up", page: current, opened: null });
    expect(ids(listedChats(caughtUp, { view: "waiting" }))).toEqual(["c2"]);
  });
});

describe("transcripts", () => {
  it("take an event that comes twice or before the transcript once", () => {
    const opened = { turns: [turn("t1")], chat: { chats: [chat(1)], reads: {} } };
    const event = { type: "turn" as const, chat: chat(1), turn: turn("t2") };
    let state = firstChatState(page([chat(1)]), null);
    state = chatReducer(state, { type: "event", event });
    expect(state.transcripts.size).toBe(0);
    state = chatReducer(state, { type: "opened", id: "c1", opened });
    for (let i = 0; i < 2; i++) state = chatReducer(state, { type: "event", event });
    expect(state.transcripts.get("c1")?.map(({ id }) => id)).toEqual(["t1", "t2"]);
  });

  it("that failed to load are no failure once they are read; others are read anew after a reset", () => {
    const opened = { turns: [turn("t1")], chat: { chats: [], reads: {} } };
    let state = firstChatState(page([]), { id: "c2", ...opened });
    state = chatReducer(state, { type: "open_failed", id: "c1" });
    state = chatReducer(state, { type: "opened", id: "c1", opened });
    expect(state.failedId).toBeNull();
    state = chatReducer(state, { type: "catch_up_began", openId: "c1" });
    expect([[...state.transcripts.keys()], state.catchUpFailures]).toEqual([["c1"], 0]);
    state = chatReducer(state, { type: "catch_up_failed" });
    expect(state.catchUpFailures).toBe(1);
  });
});
