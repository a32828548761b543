import type { Ctx } from "@/lib/context";
import { isUuid } from "@/lib/db/is-uuid";

/** Ends one session; one that has ended already, or never was, is no error. */
export async function signOut({ db }: Pick<Ctx, "db">, sessionId: string): Promise<void> {
  if (!isUuid(sessionId)) return;
  await db.session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}
