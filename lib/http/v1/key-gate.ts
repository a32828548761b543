import type { Ctx } from "@/lib/context";
import { AppError, isAppError } from "@/lib/errors";
import { pastLimit } from "@/lib/http/require-limit";
import type { WidgetRequest } from "@/lib/http/widget/widget-request";
import type { ActorCtx, ApiKey } from "@/lib/identity/actor";
import { limitPolicies, openCeilings } from "@/lib/kv/limits/limit-policies";
import { consumeLimit } from "@/lib/kv/limits/limits";
import { clientIp } from "@/lib/request-context";
import { findApiKey } from "@/lib/teams/keys/find-api-key";
import { requireKeyLimit } from "./require-key-limit";

export type Let = {
  ctx: ActorCtx<ApiKey> /** How many more requests there is room for now. */;
  left: number;
};

/** Lets the requests of good keys through, no more of one than its limits; `leave` says that one is done. */
export function createKeyGate(ctx: Ctx) {
  const underWay = new Map<string, number>();

  /** Throws AppError `unauthenticated`, `rate_limited`. */
  const enter = async (request: Pick<WidgetRequest, "headers">): Promise<Let> => {
    const actor = await findActor(ctx, request.headers.get("authorization"));
    const own = { ...ctx, actor };
    const count = underWay.get(actor.keyId) ?? 0;
    if (count >= openCeilings.requestsOfKey)
      throw new AppError("rate_limited", "too many requests of a key at once", {
        ...{ reason: "too_many_at_once", retryAfter: 1 },
      });
    underWay.set(actor.keyId, count + 1);
    try {
      return { ctx: own, left: await requireKeyLimit(own, limitPolicies.apiKey) };
    } catch (error) {
      leave(actor.keyId);
      throw error;
    }
  };

  const leave = (keyId: string): void => {
    const count = underWay.get(keyId) ?? 0;
    if (count > 1) underWay.set(keyId, count - 1);
    else underWay.delete(keyId);
  };

  return { enter, leave };
}

async function findActor(ctx: Ctx, authorization: string | null): Promise<ApiKey> {
  if (authorization === null) throw new AppError("unauthenticated", "no key", { reason: "key_missing" });
  const secret = /^Bearer +([\x21-\x7e]{1,200}) *$/i.exec(authorization.slice(0, 300))?.[1] ?? "";
  try {
    return await findApiKey(ctx, secret);
  } catch (error) {
    if (!isAppError(error) || error.reason !== "key_unknown") throw error;
    const { unknownKey } = limitPolicies;
    const limit = await consumeLimit(ctx.kv, unknownKey, clientIp());
    throw limit.ok ? error : pastLimit(unknownKey, limit.retryAfter);
  }
}
