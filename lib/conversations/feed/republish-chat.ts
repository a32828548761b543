import type { Ctx } from "@/lib/context";
import { lastSaid, toChatFacts, withVisitor } from "@/lib/conversations/inbox/to-chat-summary";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import { publishTurn } from "./publish-turn";

/**
 * Shows staff screens a chat anew whose facts changed, with its newest turn. A turn written meanwhile could be hidden
 * by the one read here, so it is looked again afterwards; one that is written after that look publishes itself later.
 */
export async function republishChat(ctx: Ctx, teamId: string, conversationId: string): Promise<void> {
  let shown: string | undefined;
  for (;;) {
    const conversation = await ctx.db.conversation.findFirst({
      where: { teamId, id: conversationId },
      include: { ...withVisitor, messages: lastSaid },
    });
    const last = conversation?.messages[0];
    if (!last || last.id === shown) return;
    shown = last.id;
    const lastActivityAt = conversation.lastActivityAt.getTime();
    const summary = { ...toChatFacts(conversation), lastActivityAt };
    await publishTurn(ctx, { teamId, summary, turn: toTurn(last), isNew: false });
  }
}
