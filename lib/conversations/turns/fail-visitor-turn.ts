import type { Ctx } from "@/lib/context";
import type { Turn } from "./turn";

/** Ends a visitor's turn that got no answer and returns it so; null when it had ended otherwise, and stays so. */
export async function failVisitorTurn(
  { db }: Pick<Ctx, "db">,
  teamId: string,
  turn: Turn,
  state: "failed" | "aborted" = "failed",
): Promise<Turn | null> {
  const { count } = await db.message.updateMany({
    where: { teamId, id: turn.id, state: "pending" },
    data: { state },
  });
  return count > 0 ? { ...turn, state } : null;
}
