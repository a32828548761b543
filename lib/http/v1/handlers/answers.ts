import type { Answer } from "@/lib/answers/answer";
import { tryQuestion } from "@/lib/answers/try-question";
import { toQuotes } from "@/lib/conversations/visitor/to-quotes";
import type { Handler } from "@/lib/http/v1/call";
import { requireKeyLimit } from "@/lib/http/v1/require-key-limit";
import { readExternalKey } from "@/lib/knowledge/external/external-document";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";

export const checkAnswerHandler: Handler<"check_answer"> = async ({ ctx, params, body, request }) => {
  await requireKeyLimit(ctx, limitPolicies.apiAnswers);
  const { answer } = await tryQuestion(
    ctx,
    { botId: params.bot_id, question: body.question, sureness: "as_set" },
    request.headers.get("accept-language"),
  );
  const documentIds = answer.sources.map(({ documentId }) => documentId);
  const rows = await ctx.db.document.findMany({
    where: { teamId: ctx.actor.teamId, id: { in: documentIds } },
    select: { id: true, externalId: true },
  });
  const externalIds = new Map(rows.map((row) => [row.id, readExternalKey(row.externalId)?.externalId]));
  const quotes = toQuotes(answer.sources);
  const [reply = "", ...extra_replies] = answer.bubbles;
  return {
    status: 200,
    body: {
      ...{ state: stateOf(answer), answered: answer.answered, reply, extra_replies },
      sources: quotes.map((quote, at) => {
        const external_id = externalIds.get(documentIds[at] ?? "");
        return { ...quote, ...(external_id !== undefined && { external_id }) };
      }),
      ...{ confidence: answer.confidence, answered_by: answer.answeredBy },
    },
  };
};

function stateOf({ answered, sources }: Answer) {
  if (answered === null) return "small_talk";
  if (answered) return "answered";
  return sources.length > 0 ? "unsure" : "unanswered";
}
