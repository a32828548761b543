import type { Ctx } from "@/lib/context";

/** Ends one session; one that has ended already, or never was, is no error. */
export async function signOut({ db }: Pick<Ctx, "db">, sessionId: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(sessionId)) return;
  await db.session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}
