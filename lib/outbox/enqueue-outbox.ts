import type { Prisma } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import { enqueue } from "@/lib/jobs/enqueue";
import type { OutboxKind } from "./define-outbox-kind";
import { deliverOutboxJob } from "./deliver-outbox-job";

/**
 * Writes what is to leave in the transaction that causes it: rolled back with it, else delivered soon, at least once.
 * Returns the message's id.
 * @param teamId whose it is; null for the installation's own
 */
export async function enqueueOutbox<Ids>(
  tx: Prisma.TransactionClient,
  { kind, version, ids: schema }: OutboxKind<Ids>,
  ids: Ids,
  { teamId }: { teamId: string | null },
): Promise<string> {
  const id = uuidv7();
  await tx.$executeRaw`
    INSERT INTO outbox (id, team_id, kind, version, ids)
    VALUES (${id}::uuid, ${teamId}::uuid, ${kind}, ${version}, ${JSON.stringify(schema.parse(ids))}::jsonb)`;
  await enqueue(tx, deliverOutboxJob, { messageId: id }, { teamId });
  return id;
}
