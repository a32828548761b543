import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import type { ChatEvent, TurnEvent } from "@/lib/contract/events";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { replyToChat } from "@/lib/conversations/desk/reply-to-chat";
import { checkConversations } from "@/lib/conversations/upkeep/check-conversations";
import { repairConversations } from "@/lib/conversations/upkeep/repair-conversations";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import type { TcpGate } from "@/test/servers/tcp-gate";
import { openTwoInstances } from "@/test/two-instances";
import { followChat } from "./follow-chat";

// Two instances on one store over TCP; a member writes at either, and a visitor's page that is killed and resumed at
// random follows at either. On the Redis of TEST_REDIS_URL at full size, else smaller on the embedded engine behind
// the same protocol.
const redisUrl = inject("redisUrl");
const size = redisUrl ? { replies: 1_000, resumes: 1_000 } : { replies: 150, resumes: 80 };

let shop: Awaited<ReturnType<typeof createTestShop>>;
let instances: [ActorCtx, ActorCtx];
let gate: TcpGate;
let close: () => Promise<void>;

beforeAll(async () => {
  shop = await createTestShop();
});
afterAll(() => shop.close());

beforeEach(async () => {
  ({ instances, gate, close } = await openTwoInstances(
    shop,
    await createTestMember(shop, "小明"),
    redisUrl,
    7,
  ));
});
afterEach(() => close());

const either = () => instances[Math.random() < 0.5 ? 0 : 1];

async function takenChat(chatId: string) {
  const { conversationId, reply } = await shop.exchange(chatId, "有人嗎", instances[0]);
  await moveChat(either(), conversationId, "take");
  const chat = { conversationId, botId: shop.botId, token: shop.botId.replaceAll("-", "") };
  const write = (text: string, through = either()) =>
    replyToChat(through, { conversationId, text, key: crypto.randomUUID() });
  return { conversationId, chat, first: reply.id, write };
}

type Taken = Awaited<ReturnType<typeof takenChat>>;

/** A visitor's page: it goes on after the newest turn that it has. */
class Page {
  readonly turns: TurnEvent[] = [];
  /** The newest of each following. */
  state: unknown;
  #position: string;
  readonly #chat: Taken["chat"];

  constructor({ chat, first }: Taken) {
    this.#position = first;
    this.#chat = chat;
  }

  follow(ctx: ActorCtx, onEvent: (event: ChatEvent) => void = () => {}): () => void {
    let isAlive = true;
    const stop = followChat(ctx, shop.teamId, this.#chat, this.#position, {
      onEvent: (event) => {
        if (!isAlive) return;
        if (event.event === "turn") {
          this.turns.push(event.data);
          this.#position = event.data.turn_id;
        } else this.state = event.data;
        onEvent(event);
      },
      onEnd: () => {},
    });
    return () => {
      isAlive = false;
      stop();
    };
  }

  get texts(): string[] {
    return this.turns.flatMap(({ texts }) => texts);
  }
}

/** Milliseconds. What is told while the store is away is found after a minute at the latest. */
const patience = 120_000;

describe(`a visitor's page killed and resumed ${size.resumes} times while a member writes ${size.replies} replies`, () => {
  it("gets each once and in order at either instance, though the store is cut off and emptied, and then the state", {
    timeout: 600_000,
  }, async () => {
    const taken = await takenChat("web_0000da01");
    const page = new Page(taken);
    const wanted = Array.from({ length: size.replies }, (_, n) => `第 ${n} 句`);
    let isWriting = true;
    const writing = (async () => {
      for (const text of wanted) await taken.write(text);
      isWriting = false;
    })();
    const troubles = [
      async () => void (await instances[0].kv.redis.flushdb()),
      async () => {
        gate.become("shut");
        await sleep(200);
        gate.become("open");
      },
    ];
    const troubling = (async () => {
      for (let n = 0; isWriting; n++) {
        await sleep(500);
        await troubles[n % troubles.length]?.().catch(() => {});
      }
    })();
    for (let resumes = 0; isWriting || resumes < size.resumes; resumes++) {
      const stop = page.follow(either());
      await sleep(Math.random() * 20);
      stop();
    }
    await Promise.all([writing, troubling]);
    const stop = page.follow(instances[1]);
    await vi.waitFor(() => expect(page.texts.length).toBeGreaterThanOrEqual(wanted.length), patience);
    expect(page.texts).toEqual(wanted);
    await moveChat(instances[0], taken.conversationId, "hand_back");
    await vi.waitFor(() => expect(page.state).toEqual({ handoff: false }), patience);
    stop();
    // As its job is: tried again until the store that was cut off last is back.
    await vi.waitFor(() => repairConversations(instances[0], { since: 0, settle: async () => {} }), patience);
    expect((await checkConversations(instances[0])).problems).toEqual([]);
  });

  it("gets afterwards what was written while the store was away, once", async () => {
    const taken = await takenChat("web_0000da02");
    const page = new Page(taken);
    const stop = page.follow(instances[1]);
    await vi.waitFor(() => expect(page.state).toMatchObject({ handoff: true }), patience);
    gate.become("shut");
    for (const text of ["一", "二", "三"]) await taken.write(text, instances[0]);
    gate.become("open");
    await vi.waitFor(() => expect(page.texts).toEqual(["一", "二", "三"]), patience);
    await taken.write("四", instances[0]);
    await vi.waitFor(() => expect(page.texts).toEqual(["一", "二", "三", "四"]), patience);
    stop();
  });
});
