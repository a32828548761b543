import { z } from "zod";
import { republishChat } from "@/lib/conversations/feed/republish-chat";
import type { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { tagName } from "@/lib/language/tag-name";
import { fold } from "@/lib/language/words/fold";
import { holdTeam } from "@/lib/teams/hold-team";
import { readTeamTags } from "./list-tags";

/** Of a chat. */
export const maxTags = 20;
/** Different ones of a team's chats. */
export const maxTeamTags = 200;

export const tagInput = z.strictObject({ conversationId: idInput, tag: tagName });
export type TagInput = z.output<typeof tagInput>;

/**
 * Gives a chat a tag, on all screens. One that the team has already, whatever its case, width and Han form, stays as
 * the team spells it; one that the chat has already changes nothing. Throws AppError `forbidden` without `chat.handle`,
 * `not_found` for an id that the team doesn't have, `limit_exceeded` past 20 of a chat (`too_many_tags`) or 200
 * different ones of the team (`too_many_team_tags`).
 */
export async function addTag(ctx: ActorCtx, { conversationId, tag }: TagInput): Promise<void> {
  requirePermission(ctx.actor, "chat.handle");
  const { db, actor } = ctx;
  const { teamId } = actor;
  const folded = fold(tag);
  const isAdded = await db.$transaction(async (tx) => {
    // Of two who bring in a tag at once the second finds the first one's spelling.
    await holdTeam(tx, teamId);
    const { tags } = await requireChat(tx, teamId, conversationId);
    if (tags.some((name) => fold(name) === folded)) return false;
    if (tags.length >= maxTags)
      throw new AppError("limit_exceeded", "the chat has as many tags as it may", {
        reason: "too_many_tags",
      });
    const ofTeam = await readTeamTags(tx, teamId);
    const known = ofTeam.find((name) => fold(name) === folded);
    if (known === undefined && ofTeam.length >= maxTeamTags)
      throw new AppError("limit_exceeded", "the team has as many tags as it may", {
        reason: "too_many_team_tags",
      });
    const name = known ?? tag;
    const at = new Date(ctx.now());
    await tx.$executeRaw`
      UPDATE conversations SET tags = array_append(tags, ${name}), tagged_at = GREATEST(${at}, tagged_at + interval '1 millisecond')
      WHERE team_id = ${teamId}::uuid AND id = ${conversationId}::uuid`;
    await writeAudit(tx, actor, { action: "chat.tagged", targetId: conversationId, detail: { tag: name } });
    return true;
  });
  if (isAdded) await republishChat(ctx, teamId, conversationId);
}

/**
 * Takes a tag off a chat, on all screens; one that it doesn't have changes nothing. Throws AppError `forbidden` without
 * `chat.handle`, `not_found` for an id that the team doesn't have.
 */
export async function removeTag(ctx: ActorCtx, { conversationId, tag }: TagInput): Promise<void> {
  requirePermission(ctx.actor, "chat.handle");
  const { db, actor } = ctx;
  const { teamId } = actor;
  const isRemoved = await db.$transaction(async (tx) => {
    await requireChat(tx, teamId, conversationId);
    const at = new Date(ctx.now());
    const changed = await tx.$executeRaw`
      UPDATE conversations SET tags = array_remove(tags, ${tag}), tagged_at = GREATEST(${at}, tagged_at + interval '1 millisecond')
      WHERE team_id = ${teamId}::uuid AND id = ${conversationId}::uuid AND tags @> ARRAY[${tag}]`;
    if (changed === 0) return false;
    await writeAudit(tx, actor, { action: "chat.untagged", targetId: conversationId, detail: { tag } });
    return true;
  });
  if (isRemoved) await republishChat(ctx, teamId, conversationId);
}

async function requireChat(tx: Prisma.TransactionClient, teamId: string, id: string) {
  const chat = await tx.conversation.findFirst({
    where: { teamId, id, bot: { deletedAt: null } },
    select: { tags: true },
  });
  return requireRow(chat, "no such conversation in this team");
}
