import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

/** What of a document was taken from a chat; `createdAt` is an ISO time. */
export type FromChat = {
  id: string;
  conversationId: string;
  question: string;
  authorName: string;
  createdAt: string;
};

const most = 200;

/** What a document has from chats, newest first, 200 at most. Throws AppError `forbidden` without `chat.read`. */
export async function listChatAnswers({ db, actor }: ActorCtx, documentId: string): Promise<FromChat[]> {
  requirePermission(actor, "chat.read");
  if (!isId(documentId)) return [];
  const rows = await db.chatAnswer.findMany({
    where: { teamId: actor.teamId, documentId },
    orderBy: { id: "desc" },
    take: most,
    select: { id: true, conversationId: true, question: true, authorName: true, createdAt: true },
  });
  return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }));
}
