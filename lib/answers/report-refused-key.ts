import type { Ctx } from "@/lib/context";
import { uuidv7 } from "@/lib/db/uuidv7";
import { logError } from "@/lib/log";
import { processWide } from "@/lib/process-wide";

const pauseMs = 60 * 60_000;

/** Leaves the team a note that the model endpoint refuses the key, at most one an hour from each process. */
export async function reportRefusedKey({ db }: Pick<Ctx, "db">, teamId: string): Promise<void> {
  const reported = processWide("refused-key-reports", () => new Map<string, number>());
  const now = Date.now();
  if (now - (reported.get(teamId) ?? 0) < pauseMs) return;
  reported.set(teamId, now);
  await db.auditEntry
    .create({ data: { id: uuidv7(), teamId, actorName: "", action: "model.key_refused" } })
    .catch((error) => logError("a refused key could not be reported", error));
}
