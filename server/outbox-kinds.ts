import type { BoundOutboxKind } from "@/lib/outbox/bind-outbox-kind";

/** Everything that leaves the house by the outbox, with what sends it. */
export const outboxKinds: readonly BoundOutboxKind[] = [];
