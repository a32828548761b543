import { z } from "zod";
import { AppError } from "@/lib/errors";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { addPair } from "@/lib/knowledge/documents/add-pair";
import { documentLimits } from "@/lib/knowledge/documents/document-limits";
import { lineInput, textInput } from "@/lib/language/text-input";
import { getExchange } from "./get-exchange";

/** Code points. */
const answerLimits = { question: 500, answer: 10_000 } as const;

export const makeAnswerInput = z.strictObject({
  botId: z.string("required"),
  conversationId: z.string("required"),
  /** The turn whose reply it was made of, as it stood or corrected. */
  turnId: z.string("required"),
  /** Made by the form: sent again it is the same answer. */
  answerId: idInput,
  question: lineInput(answerLimits.question),
  answer: textInput(answerLimits.answer),
  /** A document of earlier answers; empty for a new one. */
  documentId: z.union([z.literal(""), idInput], "invalid_choice"),
  /** Of the new document. */
  title: z.union([z.literal(""), lineInput(documentLimits.title)]).optional(),
});

/**
 * Takes a visitor's question and its reply into the bot's documents, which answer from it when this returns; the
 * document then leads back to the chat. Throws as getExchange and addPair do, and AppError `invalid_input` where a new
 * document has no title.
 */
export async function makeAnswer(
  ctx: ActorCtx,
  {
    botId,
    conversationId,
    turnId,
    answerId,
    question,
    answer,
    documentId,
    title,
  }: z.output<typeof makeAnswerInput>,
): Promise<{ documentId: string }> {
  requirePermission(ctx.actor, "knowledge.write");
  if (documentId === "" && !title)
    throw new AppError("invalid_input", "a new document has a title", {
      fields: { title: { fault: "required" } },
    });
  await getExchange(ctx, { botId, conversationId, turnId });
  const { teamId, userName } = ctx.actor;
  const place = documentId === "" ? { botId, title: title ?? "" } : { botId, documentId };
  return addPair(
    ctx,
    place,
    { question, answer },
    {
      findMade: async (tx) => {
        const made = await tx.chatAnswer.findUnique({
          where: { id: answerId },
          select: { teamId: true, documentId: true },
        });
        if (made && made.teamId !== teamId) throw new AppError("not_found", "the id is another team's");
        return made?.documentId ?? null;
      },
      note: async (tx, id) => {
        await tx.chatAnswer.create({
          data: {
            id: answerId,
            teamId,
            documentId: id,
            conversationId,
            turnId,
            question,
            authorName: userName,
          },
          select: { id: true },
        });
      },
    },
  );
}
