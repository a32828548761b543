import { z } from "zod";
import { ReplyStage } from "@/lib/db/generated/enums";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { baseInput, pickChanges } from "@/lib/forms/pick-changes";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { lineInput, textInput } from "@/lib/language/text-input";
import { holdTeam } from "@/lib/teams/hold-team";

export const maxCannedReplies = 200;

const replyFields = z.strictObject({
  stage: z.enum(ReplyStage),
  name: lineInput(40),
  text: textInput(1_500),
});
/** All fields of a new reply; of one that is there those that change. */
export const saveCannedReplyInput = replyFields.partial().extend({
  /** Made by the form of a new one: sent again it is the same reply. */
  replyId: idInput,
  base: baseInput,
});
export const removeCannedReplyInput = z.strictObject({ replyId: idInput });

/**
 * Keeps a reply ready for the team, new or as it is from now on. Throws AppError `forbidden` without `chat.handle`,
 * `not_found` for the id of another team's and for a change of one that has gone, `conflict` as `pickChanges` does,
 * `limit_exceeded` (`too_many_replies`) past 200.
 */
export async function saveCannedReply(
  { db, actor, now }: ActorCtx,
  { replyId: id, base, ...fields }: z.output<typeof saveCannedReplyInput>,
): Promise<void> {
  requirePermission(actor, "chat.handle");
  const { teamId } = actor;
  await db.$transaction(async (tx) => {
    await holdTeam(tx, teamId);
    const before = await tx.cannedReply.findUnique({ where: { id } });
    requireRow(!before || before.teamId === teamId || null, "no such reply in this team");
    const { data: whole } = replyFields.safeParse(fields);
    const reply = before
      ? pickChanges({ stage: before.stage, name: before.name, text: before.text }, fields, base)
      : requireRow(whole, "no such reply any more");
    if (Object.keys(reply).length === 0) return;
    if (!before && (await tx.cannedReply.count({ where: { teamId } })) >= maxCannedReplies)
      throw new AppError("limit_exceeded", "the team has as many replies as it may", {
        reason: "too_many_replies",
      });
    const updatedAt = new Date(now());
    if (before) await tx.cannedReply.update({ where: { id }, data: { ...reply, updatedAt } });
    else if (whole) await tx.cannedReply.create({ data: { id, teamId, ...whole, updatedAt } });
    await writeAudit(tx, actor, {
      ...{ action: before ? "reply.updated" : "reply.created", targetId: id, after: reply },
      ...(before && { before: { stage: before.stage, name: before.name, text: before.text } }),
    });
  });
}

/**
 * Keeps a reply no longer. Throws AppError `forbidden` without `chat.handle`, `not_found` for an id that the team
 * doesn't have.
 */
export async function removeCannedReply(
  { db, actor }: ActorCtx,
  { replyId: id }: z.output<typeof removeCannedReplyInput>,
): Promise<void> {
  requirePermission(actor, "chat.handle");
  const { teamId } = actor;
  await db.$transaction(async (tx) => {
    const { count } = await tx.cannedReply.deleteMany({ where: { teamId, id } });
    requireRow(count, "no such reply in this team");
    await writeAudit(tx, actor, { action: "reply.deleted", targetId: id });
  });
}
