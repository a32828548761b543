import type { Ctx } from "@/lib/context";
import type { Turn } from "./turn";

/** Ends a visitor's turn that got no answer; one that has ended otherwise stays as it is. */
export async function failVisitorTurn(
  { db }: Pick<Ctx, "db">,
  teamId: string,
  turn: Turn,
  state: "failed" | "aborted" = "failed",
): Promise<Turn> {
  await db.message.updateMany({
    where: { teamId, id: turn.id, state: "pending" },
    data: { state },
  });
  return { ...turn, state };
}
