import { z } from "zod";
import type { Turn } from "@/lib/conversations/turns/turn";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { textInput } from "@/lib/language/text-input";
import { writeReply } from "./write-reply";

/** Code points. */
const maxReplyLength = 2_000;

export const replyToChatInput = z.strictObject({
  conversationId: idInput,
  text: textInput(maxReplyLength),
  /** Made by the form for each reply: sent again it is the same reply. */
  key: idInput,
});

/**
 * Says something to the visitor of a chat that the member has, as `writeReply` does: a reply that is sent again, for
 * its answer was lost, stands once. Throws AppError `forbidden` without `chat.handle`, `not_found` and `conflict`.
 */
export async function replyToChat(ctx: ActorCtx, reply: z.output<typeof replyToChatInput>): Promise<Turn> {
  requirePermission(ctx.actor, "chat.handle");
  const { turn } = await writeReply(ctx, reply);
  return turn;
}
