import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { ConversationState } from "@/lib/db/generated/enums";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestShop, fillChats } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { chatMachine } from "./chat-machine";
import { moveChat } from "./move-chat";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let mei: ActorCtx;
beforeAll(async () => {
  shop = await createTestShop();
  ming = await createTestMember(shop, "小明");
  mei = await createTestMember(shop, "小美");
});
afterAll(() => shop.close());

const day = 24 * 3_600_000;
/** The embedded database has one connection: who races for it waits in turn. */
const raced = inject("databaseUrl") ? 1_000 : 100;

async function writes(chatId: string, wantsPerson = false) {
  const bot = { id: shop.botId, teamId: shop.teamId };
  const nowhere = { domain: null, pageUrl: null, locale: null };
  return recordVisitorTurn(shop.ctx, { bot, chatId, text: "您好", wantsPerson, ...nowhere });
}

/** A chat in that state since some time ago. */
async function chatIn(
  chatId: string,
  state: ConversationState,
  { agoMs = 1_000, wasTaken = false, by = ming }: { agoMs?: number; wasTaken?: boolean; by?: ActorCtx } = {},
) {
  const { conversation } = await writes(chatId);
  await shop.ctx.db.conversation.update({
    where: { id: conversation.id },
    data: {
      state,
      stateAt: new Date(Date.now() - agoMs),
      assigneeId: state === "taken" ? by.actor.userId : null,
      takenAt: wasTaken ? new Date(Date.now() - agoMs) : null,
    },
  });
  return conversation.id;
}

const read = (id: string) => shop.ctx.db.conversation.findUniqueOrThrow({ where: { id } });

describe("a chat's state", () => {
  it("becomes what the table says, when the visitor writes and when they ask for a person", async () => {
    let n = 0;
    for (const state of Object.values(ConversationState))
      for (const [wish, event] of [
        [false, "said"],
        [true, "asked"],
      ] as const) {
        const chatId = `web_0000aa${String(n++).padStart(2, "0")}`;
        const id = await chatIn(chatId, state);
        const before = await read(id);
        const next = chatMachine[state][event];
        const { conversation, turn } = await writes(chatId, wish);
        const expected = next === "reopened" ? "bot" : next === "back" ? "waiting" : next;
        expect([state, event, conversation.desk.state]).toEqual([state, event, expected]);
        const after = await read(id);
        expect(after.state).toBe(expected);
        const hasChanged = (after.stateAt?.getTime() ?? 0) > (before.stateAt?.getTime() ?? 0);
        expect([state, event, hasChanged]).toEqual([state, event, expected !== state]);
        expect(turn.state).toBe(expected === "taken" ? "complete" : "pending");
      }
  });

  it("is waiting again by the words of a visitor whom a member had within the day", async () => {
    for (const [agoMs, expected] of [
      [day - 60_000, "waiting"],
      [day + 60_000, "bot"],
    ] as const) {
      const chatId = `web_0000ab${expected === "bot" ? "01" : "02"}`;
      await chatIn(chatId, "closed", { agoMs, wasTaken: true });
      expect((await writes(chatId)).conversation.desk.state).toBe(expected);
    }
  });

  it("is kept in order by its times, whatever the clocks say", async () => {
    const id = await chatIn("web_0000ac01", "waiting", { agoMs: -60_000 });
    const before = await read(id);
    await moveChat(ming, id, "take");
    const taken = await read(id);
    expect(taken.stateAt?.getTime()).toBe((before.stateAt?.getTime() ?? 0) + 1);
  });
});

describe("taking a chat", () => {
  it("has one winner of ten who race for each of many, whom all see", { timeout: 300_000 }, async () => {
    const racers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => createTestMember(shop, `競爭者${n}`)),
    );
    const ids = await fillChats(shop, raced);
    const winners = new Map<string, ActorCtx>();
    for (const id of ids) {
      const outcomes = await Promise.allSettled(racers.map((racer) => moveChat(racer, id, "take")));
      const won = racers.filter((_, at) => outcomes[at]?.status === "fulfilled");
      expect(won).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === "rejected")
          expect(outcome.reason).toMatchObject({ code: "conflict", reason: "chat_taken" });
      if (won[0]) winners.set(id, won[0]);
      racers.push(...racers.splice(0, 1));
    }
    const rows = await shop.ctx.db.conversation.findMany({ where: { id: { in: ids } } });
    expect(rows.map(({ id, state, assigneeId }) => [id, state, assigneeId]).sort()).toEqual(
      [...winners].map(([id, { actor }]) => [id, "taken", actor.userId]).sort(),
    );
    const shown = (await listChats(mei)).filter(({ id }) => winners.has(id));
    expect(shown.length).toBeGreaterThan(raced / 10);
    for (const { id, desk } of shown)
      expect(desk.assignee).toEqual({
        id: winners.get(id)?.actor.userId,
        name: winners.get(id)?.actor.userName,
      });
  });

  it("can be repeated by who has it; nobody else hands it back or closes it", async () => {
    const id = await chatIn("web_0000ae01", "taken");
    await moveChat(ming, id, "take");
    for (const move of ["take", "hand_back", "close"] as const)
      await expect(moveChat(mei, id, move)).rejects.toMatchObject({ reason: "chat_taken" });
    await moveChat(ming, id, "hand_back");
    await moveChat(mei, id, "hand_back");
    expect(await read(id)).toMatchObject({ state: "bot", assigneeId: null });
    await moveChat(mei, id, "close");
    await moveChat(ming, id, "close");
    expect((await read(id)).state).toBe("closed");
  });

  it("is for the team's own chats of bots that are there", async () => {
    const id = await chatIn("web_0000af01", "waiting");
    for (const [ctx, conversationId] of [
      [shop.strangerCtx, id],
      [ming, uuidv7()],
      [ming, "../x"],
    ] as const)
      await expect(moveChat(ctx, conversationId, "take")).rejects.toMatchObject({ code: "not_found" });
    await shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { deletedAt: new Date() } });
    await expect(moveChat(ming, id, "take")).rejects.toMatchObject({ code: "not_found" });
    await shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { deletedAt: null } });
    expect((await read(id)).state).toBe("waiting");
  });
});
