import { type Db, getDb } from "@/lib/db/client";
import { getKv, type Kv } from "@/lib/kv/client";
import { markReached } from "@/lib/request-context";

/** What every verb needs: the stores. Verbs take it first, so that a test can hand in its own. */
export type Ctx = { db: Db; kv: Kv };

export async function getContext(): Promise<Ctx> {
  markReached();
  return { db: await getDb(), kv: getKv() };
}
