import type { Ctx } from "@/lib/context";
import { type Turn, turnSchema } from "@/lib/conversations/turns/turn";
import { readJsonEntries } from "@/lib/kv/json-value";
import { turnsKey } from "@/lib/kv/keys";

/** The turns in a conversation's stream as they were appended, which may hold one turn in several states. */
export async function readStoredTurns(
  { kv }: Pick<Ctx, "kv">,
  teamId: string,
  conversationId: string,
): Promise<Turn[]> {
  const entries = readJsonEntries(await kv.redis.xrange(turnsKey(teamId, conversationId), "-", "+"));
  return entries.flatMap(({ value }) => turnSchema.safeParse(value).data ?? []);
}
