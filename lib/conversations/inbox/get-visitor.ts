import { z } from "zod";
import type { SaidVisitor } from "@/lib/conversations/receive/visitor-input";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

const traitsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/**
 * What the page said of a conversation's visitor, unverified. Throws AppError `forbidden` without `chat.read`, `not_found`
 * for an id that the team doesn't have.
 */
export async function getVisitor(ctx: ActorCtx, conversationId: string): Promise<SaidVisitor> {
  requirePermission(ctx.actor, "chat.read");
  const found = isId(conversationId)
    ? await ctx.db.conversation.findFirst({
        where: { teamId: ctx.actor.teamId, id: conversationId },
        select: { visitor: { select: { name: true, email: true, traits: true } } },
      })
    : null;
  const { name, email, traits } = requireRow(found, "no such conversation in this team").visitor;
  return { name, email, traits: traitsSchema.catch({}).parse(traits) };
}
