import { z } from "zod";
import { isAppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { chosenChats } from "./chosen-chats";
import { moveOnce } from "./move-chat";

export const handBackChatsInput = z.strictObject({ conversationIds: chosenChats });

/**
 * How many chats went to their bots, and how many didn't, by why: somebody else has them, their bots had
 * them, they are gone.
 */
export type HandedBack = { done: number; taken: number; already: number; gone: number };

/**
 * Hands many chats back to their bots, each for itself: those that can't be are told of, and hold up no other. Throws
 * AppError `forbidden` without `chat.handle`.
 */
export async function handBackChats(
  ctx: ActorCtx,
  { conversationIds }: z.output<typeof handBackChatsInput>,
): Promise<HandedBack> {
  requirePermission(ctx.actor, "chat.handle");
  const handed: HandedBack = { done: 0, taken: 0, already: 0, gone: 0 };
  const done: string[] = [];
  for (const id of conversationIds) {
    const outcome = await handBack(ctx, id);
    handed[outcome] += 1;
    if (outcome === "done") done.push(id);
  }
  if (done.length > 0)
    await writeAudit(ctx.db, ctx.actor, { action: "chats.handed_back", detail: { conversationIds: done } });
  return handed;
}

async function handBack(ctx: ActorCtx, id: string): Promise<keyof HandedBack> {
  try {
    return (await moveOnce(ctx, id, "hand_back")) ? "done" : "already";
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.reason === "chat_taken") return "taken";
    if (error.code === "not_found") return "gone";
    throw error;
  }
}
