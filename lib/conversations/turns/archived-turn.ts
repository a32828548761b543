import type { Message } from "@/lib/db/generated/client";
import { type Turn, turnPictureSchema, turnSourcesSchema } from "./turn";

/** A turn as the archive holds it. */
export function toTurn(row: Message): Turn {
  const picture = turnPictureSchema.safeParse(row.picture).data;
  return {
    id: row.id,
    conversationId: row.conversationId,
    author: row.author,
    authorName: row.authorName,
    state: row.state,
    replyTo: row.replyTo,
    bubbles: row.bubbles,
    sources: turnSourcesSchema.catch([]).parse(row.sources),
    answered: row.answered,
    confidence: row.confidence,
    ...(row.degraded && { degraded: true }),
    ...(picture && { picture }),
    ...(row.ratedAt && {
      feedback: { rating: row.rating, reason: row.ratingReason, at: row.ratedAt.getTime() },
    }),
    ...(row.kind === "note" && {
      note: { authorId: row.authorId ?? "", at: (row.notedAt ?? row.createdAt).getTime() },
    }),
    ...(row.mailState && {
      mail: { state: row.mailState, at: (row.mailAt ?? row.createdAt).getTime(), fault: row.mailFault },
    }),
    at: row.createdAt.getTime(),
  };
}
