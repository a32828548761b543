import type { Ctx } from "@/lib/context";
import { publishMailStates, toMailState } from "./change-mail-state";

/**
 * Notes that a visitor's open page has what members replied up to a turn: that isn't mailed any more, unless the mail
 * server has it already. Doing so twice changes nothing more.
 */
export async function noteShown(
  ctx: Pick<Ctx, "db" | "kv" | "now">,
  conversationId: string,
  upToTurn: string,
): Promise<void> {
  const shown = await ctx.db.$queryRaw<{ id: string; teamId: string }[]>`
    UPDATE messages SET ${toMailState({ state: "shown", fault: null }, ctx.now())}
    WHERE conversation_id = ${conversationId}::uuid AND id <= ${upToTurn}::uuid
      AND mail_state IN ('waiting'::reply_mail, 'queued'::reply_mail)
    RETURNING id::text AS id, team_id::text AS "teamId"`;
  for (const { id, teamId } of shown) await publishMailStates(ctx, teamId, conversationId, [id]);
}
