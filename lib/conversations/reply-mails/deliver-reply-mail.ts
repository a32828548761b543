import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { faultOf, finalFaults } from "@/lib/jobs/fault-of";
import { renderMail } from "@/lib/mail/render-mail";
import type { PostOffice } from "@/lib/outbox/bind-mail";
import type { Deliver } from "@/lib/outbox/bind-outbox-kind";
import { deliverOutboxJob } from "@/lib/outbox/deliver-outbox-job";
import { type MailChange, publishMailStates, toMailState } from "./change-mail-state";
import { type ReplyMailIds, writeReplyMail } from "./reply-mail";

/**
 * Hands the mail of replies to the mail server, under the message's id so that a double can be told, and notes on the
 * replies what became of it. Throws AppError `unavailable` with a reason that begins with `mail_`.
 */
export function deliverReplyMailBy(
  openOffice: () => Promise<Pick<PostOffice, "mailer" | "baseUrl">>,
): Deliver<ReplyMailIds> {
  return async (ctx, ids, { messageId, attempt }) => {
    const { mailer, baseUrl } = await openOffice();
    const letter = await writeReplyMail(ctx, ids, baseUrl);
    if (letter === null) return;
    if (letter === "blocked") return noteMail(ctx, ids, { state: "failed", fault: "visitor_blocked" });
    const { turnIds, to, replyTo, link, end, linkHelp, ...text } = letter;
    const inLetter = { ...ids, turnIds };
    try {
      if (!mailer) throw new AppError("unavailable", "no mail server is set", { reason: "mail_none" });
      const mail = renderMail(text, { language: ids.language, end, linkHelp, ...(link && { link }) });
      await mailer.send({ id: messageId, to, replyTo, ...mail });
    } catch (error) {
      const fault = faultOf(error);
      const isOver = finalFaults.includes(fault) || attempt >= deliverOutboxJob.retry.attempts;
      await noteMail(ctx, inLetter, { state: isOver ? "failed" : "queued", fault });
      throw error;
    }
    await noteMail(ctx, inLetter, { state: "mailed", fault: null });
  };
}

/** What was mailed stays so; what was shown while the mail was on its way was mailed as well. */
async function noteMail(
  ctx: Ctx,
  { teamId, conversationId, turnIds }: Pick<ReplyMailIds, "teamId" | "conversationId" | "turnIds">,
  change: MailChange,
): Promise<void> {
  const isMailed = change.state === "mailed";
  const changed = await ctx.db.$queryRaw<{ id: string }[]>`
    UPDATE messages SET ${toMailState(change, ctx.now())}
    WHERE team_id = ${teamId}::uuid AND conversation_id = ${conversationId}::uuid AND id = ANY(${turnIds}::uuid[])
      AND (mail_state IN ('queued', 'failed') OR (${isMailed} AND mail_state = 'shown'))
    RETURNING id::text AS id`;
  await publishMailStates(
    ctx,
    teamId,
    conversationId,
    changed.map(({ id }) => id),
  );
}
