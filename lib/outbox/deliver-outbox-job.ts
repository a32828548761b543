import { z } from "zod";
import { uuidv7 } from "@/lib/db/uuidv7";
import { AppError } from "@/lib/errors";
import { idInput } from "@/lib/id-input";
import type { RunJob } from "@/lib/jobs/bind-job";
import { defineJob } from "@/lib/jobs/define-job";
import { faultOf } from "@/lib/jobs/fault-of";
import type { BoundOutboxKind } from "./bind-outbox-kind";

export const deliverOutboxInput = z.strictObject({ messageId: idInput });
export type DeliverOutboxInput = z.output<typeof deliverOutboxInput>;

/** Tried for about a day. */
export const deliverOutboxJob = defineJob({
  name: "deliver-outbox",
  input: deliverOutboxInput,
  retry: { attempts: 30, firstDelaySeconds: 5, longestDelaySeconds: 3_600 },
  atOnce: 4,
  teamAtOnce: 2,
  leaseSeconds: 60,
});

/** Delivers a message of one of these kinds, and writes down how the attempt went. */
export function deliverOutboxOf(kinds: readonly BoundOutboxKind[]): RunJob<DeliverOutboxInput> {
  return async (ctx, { messageId }, { attempt, signal }) => {
    const message = await ctx.db.outboxMessage.findUnique({ where: { id: messageId } });
    if (!message || message.deliveredAt) return undefined;
    const { kind, version, teamId, ids, createdAt: causedAt } = message;
    const bound = kinds.find((candidate) => candidate.kind === kind && candidate.version === version);
    const note = (fault: string | null) =>
      ctx.db.outboxAttempt.create({ data: { id: uuidv7(), messageId, fault }, select: { id: true } });
    try {
      if (!bound) throw new AppError("internal", `nothing delivers ${kind} of version ${version}`);
      await bound.deliver(ctx, ids, { messageId, teamId, causedAt, attempt, signal });
    } catch (error) {
      await note(faultOf(error));
      throw error;
    }
    await ctx.db.$transaction([
      ctx.db.outboxMessage.update({ where: { id: messageId }, data: { deliveredAt: new Date() } }),
      note(null),
    ]);
    return undefined;
  };
}
