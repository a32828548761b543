import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { ConversationState } from "@/lib/db/generated/enums";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestShop } from "@/test/test-conversations";
import { createTestMember } from "@/test/test-member";
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
        const expected = next === "reopened" ? "bot" : next;
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
  it("has one winner of ten who race for it, whom all see", async () => {
    const racers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => createTestMember(shop, `競爭者${n}`)),
    );
    for (let n = 0; n < 10; n++) {
      const id = await chatIn(`web_0000ad0${n}`, n % 2 ? "waiting" : "bot");
      const outcomes = await Promise.allSettled(racers.map((racer) => moveChat(racer, id, "take")));
      const winners = racers.filter((_, at) => outcomes[at]?.status === "fulfilled");
      expect(winners).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === "rejected")
          expect(outcome.reason).toMatchObject({ code: "conflict", reason: "chat_taken" });
      const [winner] = winners;
      const shown = (await listChats(mei)).find((chat) => chat.id === id);
      expect(shown?.desk).toMatchObject({
        state: "taken",
        assignee: { id: winner?.actor.userId, name: winner?.actor.userName },
      });
    }
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
