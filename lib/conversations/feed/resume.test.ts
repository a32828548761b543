import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import type { Ctx } from "@/lib/context";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import { mergeTurns } from "@/lib/conversations/turns/merge-turns";
import type { Turn } from "@/lib/conversations/turns/turn";
import type { ActorCtx } from "@/lib/identity/actor";
import { feedKey } from "@/lib/kv/keys";
import { createTestShop } from "@/test/fixtures/test-conversations";
import type { TcpGate } from "@/test/servers/tcp-gate";
import { openTwoInstances } from "@/test/two-instances";
import { getFeedPosition, subscribeFeed } from "./team-feed";

// Two instances on one store over TCP, and a screen that is killed and resumed at random, at either of them. On the
// Redis of TEST_REDIS_URL at full size, else smaller on the embedded engine behind the same protocol.
const redisUrl = inject("redisUrl");
const size = redisUrl ? { turns: 10_000, resumes: 1_000 } : { turns: 400, resumes: 80 };
const chats = 20;
const writers = 4;

let shop: Awaited<ReturnType<typeof createTestShop>>;
let instances: [ActorCtx, ActorCtx];
let gate: TcpGate;
let close: () => Promise<void>;

beforeAll(async () => {
  shop = await createTestShop();
});
afterAll(() => shop.close());

beforeEach(async () => {
  ({ instances, gate, close } = await openTwoInstances(shop, shop.actorCtx, redisUrl, 8));
});
afterEach(() => close());

/** A staff screen as components/chats keeps it: events merged by turn id, transcripts read again after a reset. */
class Screen {
  readonly turns = new Map<string, Turn[]>();
  /** Positions of the events that came, by reset: within one list they must only grow. */
  readonly received: string[][] = [[]];
  position: string;
  #reading: Promise<void> = Promise.resolve();

  constructor(position: string) {
    this.position = position;
  }

  async watch(ctx: ActorCtx, ms: number): Promise<void> {
    let isAlive = true;
    const stop = await subscribeFeed(ctx, ctx.actor.teamId, this.position, {
      send: (chunk) => {
        if (isAlive) this.#take(ctx, new TextDecoder().decode(chunk));
        return true;
      },
      close: () => {},
    });
    await sleep(ms);
    isAlive = false;
    stop();
  }

  /** Resolves when transcripts that were being read have come. */
  settled(): Promise<void> {
    return this.#reading;
  }

  #take(ctx: ActorCtx, text: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(text)?.[1] ?? "";
    if (field("event") === "reset") {
      this.position = field("id");
      this.received.push([]);
      this.#reading = this.#reading.then(() => this.#readAgain(ctx));
    } else if (field("event") === "message") {
      this.position = field("id");
      this.received.at(-1)?.push(this.position);
      const { turn } = JSON.parse(field("data"));
      this.#add(turn.conversationId, [turn]);
    }
  }

  async #readAgain(ctx: ActorCtx): Promise<void> {
    const known = await ctx.db.conversation.findMany({ select: { id: true } });
    for (const { id } of known) this.#add(id, await getTranscript(ctx, id));
  }

  #add(id: string, turns: Turn[]): void {
    this.turns.set(id, mergeTurns([...(this.turns.get(id) ?? []), ...turns]));
  }
}

async function writeTurns(prefix: string, count: number): Promise<void> {
  let left = count / 2;
  const write = async (ctx: Ctx) => {
    for (; left > 0; ) {
      left -= 1;
      await shop.exchange(`web_${prefix}${String(left % chats).padStart(6, "0")}`, `第 ${left} 問`, ctx);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, i) => write(instances[i % 2 === 0 ? 0 : 1])));
}

async function archivedTurns(prefix: string): Promise<Map<string, Turn[]>> {
  const rows = await shop.ctx.db.message.findMany({
    where: { conversation: { chatId: { startsWith: `web_${prefix}` } } },
    orderBy: { id: "asc" },
  });
  return Map.groupBy(rows.map(toTurn), (turn) => turn.conversationId);
}

const essence = (turns: Map<string, Turn[]>, ids: Iterable<string>) =>
  [...ids].sort().map((id) => (turns.get(id) ?? []).map((turn) => `${turn.id} ${turn.state}`));

describe(`a screen killed and resumed ${size.resumes} times while ${size.turns} turns flow`, () => {
  it("gets each event exactly once, in order", { timeout: 600_000 }, async () => {
    const screen = new Screen(await getFeedPosition(instances[0], shop.teamId));
    let isWriting = true;
    const writing = writeTurns("aa", size.turns).finally(() => {
      isWriting = false;
    });
    let resumes = 0;
    while (isWriting || resumes < size.resumes) {
      await screen.watch(instances[Math.random() < 0.5 ? 0 : 1], Math.random() * 30);
      resumes += 1;
    }
    await writing;
    await vi.waitFor(
      async () => {
        await screen.watch(instances[0], 100);
        expect(screen.received.flat().length).toBeGreaterThanOrEqual(size.turns);
      },
      { timeout: 60_000 },
    );
    expect(screen.received).toHaveLength(1);
    const entries = await instances[0].kv.redis.xrange(feedKey(shop.teamId), "-", "+");
    const published = Object.keys(entries).slice(1);
    // The stream keeps about the newest 10,000; what the screen got ends with all of them.
    expect(screen.received[0]?.slice(-published.length)).toEqual(published);
    expect(screen.received[0]).toHaveLength(size.turns);
    const archived = await archivedTurns("aa");
    expect(essence(screen.turns, archived.keys())).toEqual(essence(archived, archived.keys()));
  });

  it("ends with every turn once, though the store is cut off, emptied and trimmed meanwhile", {
    timeout: 600_000,
  }, async () => {
    const screen = new Screen(await getFeedPosition(instances[0], shop.teamId));
    let isWriting = true;
    // Each cut holds the writers up: fewer turns last as long.
    const writing = writeTurns("bb", Math.min(size.turns, 3_000)).finally(() => {
      isWriting = false;
    });
    const troubles = [
      async () => {
        const strategy = { strategy: "MAXLEN", exactness: "=", threshold: 2 } as const;
        await instances[0].kv.redis.xtrim(feedKey(shop.teamId), strategy);
      },
      async () => void (await instances[0].kv.redis.flushdb()),
      async () => {
        gate.become("shut");
        await sleep(300);
        gate.become("open");
        await sleep(1_500);
      },
      async () => gate.become("open"),
    ];
    const troubling = (async () => {
      for (let i = 0; isWriting; i++) {
        await sleep(size.turns / 20);
        await troubles[i % troubles.length]?.().catch(() => {});
      }
    })();
    for (let resumes = 0; isWriting || resumes < size.resumes; resumes++) {
      await screen.watch(instances[Math.random() < 0.5 ? 0 : 1], Math.random() * 30);
    }
    await writing;
    await troubling;
    const archived = await archivedTurns("bb");
    await vi.waitFor(
      async () => {
        await screen.watch(instances[0], 100);
        await screen.settled();
        expect(essence(screen.turns, archived.keys())).toEqual(essence(archived, archived.keys()));
      },
      { timeout: 60_000, interval: 200 },
    );
    expect(screen.received.length).toBeGreaterThan(1);
    for (const positions of screen.received) {
      expect(new Set(positions).size).toBe(positions.length);
    }
  });
});
