import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Ctx } from "@/lib/context";
import { idempotencyKey as keyText } from "@/lib/contract/request-fields";
import { AppError } from "@/lib/errors";
import { idempotencyKey, kvTtlMs } from "@/lib/kv/keys";
import { unlessDown } from "@/lib/kv/kv-down";
import { processWide } from "@/lib/process-wide";

export type Claim<T> = {
  /**
   * The first answer to this request: that of an earlier or a running one, else what `run` makes. A failure isn't kept.
   */
  answer(run: () => Promise<T>): Promise<T>;
  /** Gives the request up before it was run. */
  release(): Promise<void>;
};

export type ClaimInput<T> = {
  /** Whose key it is: it means nothing outside. Null where nobody can say, and the key is not honoured. */
  scope: readonly string[] | null;
  /** What was asked, to tell a resend from another request with the same key. */
  body: object;
  /** Whether something kept is an answer. */
  isAnswer: (value: unknown) => value is T;
};

/**
 * Claims the request's `Idempotency-Key`, null when it has none or nobody's: one round trip here, and one to keep the
 * answer. Other instances know of a claim through the store; while that is away, this process knows of its own.
 * Throws AppError `bad_request` with the reason `idempotency_key_malformed`, or `idempotency_key_reused` for another
 * body (the latter perhaps not before `answer`).
 * See draft-ietf-httpapi-idempotency-key-header.
 */
export async function claimRequest<T extends object>(
  { kv }: Pick<Ctx, "kv">,
  sent: string | null,
  { scope, body, isAnswer }: ClaimInput<T>,
): Promise<Claim<T> | null> {
  if (sent === null) return null;
  if (!keyText.safeParse(sent).success)
    throw new AppError("bad_request", "malformed key", { reason: "idempotency_key_malformed" });
  if (scope === null) return null;
  const key = idempotencyKey(hash(scope), hash([sent]));
  const bodyHash = hash([JSON.stringify(body)]);
  const entries = processWide("idempotency", () => new Map());

  const running = entries.get(key);
  if (running) {
    requireSameBody(running.bodyHash, bodyHash);
    return {
      answer: async (run) => {
        const answer = await running.outcome;
        if (isAnswer(answer)) return answer;
        const again = await claimRequest({ kv }, sent, { scope, body, isAnswer });
        return again ? again.answer(run) : run();
      },
      release: async () => {},
    };
  }

  const { promise: outcome, resolve: settle } = Promise.withResolvers<object | null>();
  entries.set(key, { bodyHash, outcome });
  const end = (answer: object | null, isKept = true) => {
    settle(answer);
    if (isKept) entries.delete(key);
    else forgetOldest(entries);
  };
  const mark: Mark = { bodyHash, owner: randomUUID() };
  let isMine: boolean | null;
  try {
    isMine = await unlessDown(async () => (await kv.redis.set(key, mark, setMark)) !== null);
  } catch (error) {
    end(null);
    throw error;
  }

  /** Another instance's answer; null once it has none and the request is ours. */
  const awaitOther = async (): Promise<T | null> => {
    const deadline = Date.now() + runningMs;
    for (let pauseMs = firstPauseMs; Date.now() < deadline; pauseMs = Math.min(2 * pauseMs, slowestPauseMs)) {
      const found = await unlessDown(() => kv.redis.get<unknown>(key));
      if (found === null) {
        isMine = await unlessDown(async () => (await kv.redis.set(key, mark, setMark)) !== null);
        if (isMine !== false) return null;
      }
      const stored = storedSchema.safeParse(found).data;
      if (stored) {
        requireSameBody(stored.bodyHash, bodyHash);
        if (isAnswer(stored.answer)) return stored.answer;
      }
      await sleep(pauseMs);
    }
    throw new AppError("unavailable", "the request with this key is still running elsewhere");
  };
  const unmark = async () => {
    const found = isMine && storedSchema.safeParse(await kv.redis.get<unknown>(key)).data;
    if (found && found.owner === mark.owner) await kv.redis.del(key);
  };
  const giveUp = async () => {
    await unlessDown(unmark);
    end(null);
  };

  return {
    answer: async (run) => {
      try {
        const kept = isMine === false ? await awaitOther() : null;
        const answer = kept ?? (await run());
        const keep = () => kv.redis.set(key, { ...mark, answer }, { px: kvTtlMs.idempotency });
        end(answer, kept !== null || (await unlessDown(keep)) !== null);
        return answer;
      } catch (error) {
        await giveUp();
        throw error;
      }
    },
    release: giveUp,
  };
}

/** What this process is answering now, and what it answered while the store was away. */
export type ClaimEntry = { bodyHash: string; outcome: Promise<object | null> };

const storedSchema = z.object({ bodyHash: z.string(), owner: z.string(), answer: z.unknown().optional() });
type Mark = Pick<z.output<typeof storedSchema>, "bodyHash" | "owner">;

/** Longer than any answer takes; what a killed process was answering can be asked anew after it. */
const runningMs = 45_000;
const setMark = { nx: true, px: runningMs } as const;
const maxEntries = 1_000;
const firstPauseMs = 40;
const slowestPauseMs = 400;

function forgetOldest(entries: Map<string, ClaimEntry>): void {
  const [oldest] = entries.keys();
  if (oldest !== undefined && entries.size > maxEntries) entries.delete(oldest);
}

function requireSameBody(known: string, sent: string): void {
  if (known !== sent)
    throw new AppError("bad_request", "the key belongs to another request", {
      reason: "idempotency_key_reused",
    });
}

function hash(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
