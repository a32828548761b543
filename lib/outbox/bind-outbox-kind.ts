import type { Ctx } from "@/lib/context";
import type { OutboxKind } from "./define-outbox-kind";

export type Delivery = {
  /** The message's own id, the same at each attempt: send it along, so that the receiver tells doubles. */
  messageId: string;
  teamId: string | null;
  /** When the transaction wrote it. */
  causedAt: Date;
  /** From 1. */
  attempt: number;
  /** Aborted when the instance stops. */
  signal: AbortSignal;
};

/** Sends it, at least once: a crash after sending sends it again. What it throws is logged and tried again. */
export type Deliver<Ids> = (ctx: Ctx, ids: Ids, delivery: Delivery) => Promise<void>;

export type BoundOutboxKind = Pick<OutboxKind<unknown>, "kind" | "version"> & { deliver: Deliver<unknown> };

export function bindOutboxKind<Ids>(
  { kind, version, ids: schema }: OutboxKind<Ids>,
  deliver: Deliver<Ids>,
): BoundOutboxKind {
  return { kind, version, deliver: async (ctx, ids, delivery) => deliver(ctx, schema.parse(ids), delivery) };
}
