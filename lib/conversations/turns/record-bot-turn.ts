import type { Ctx } from "@/lib/context";
import type { AnsweredBy } from "@/lib/db/generated/enums";
import { prepareStatement } from "@/lib/db/query-prepared";
import { uuidv7, withUuidv7Ms } from "@/lib/db/uuidv7";
import { foldBubbles } from "./fold-bubbles";
import type { Turn, TurnSource } from "./turn";

export type BotTurnInput = {
  teamId: string;
  botName: string;
  /** The visitor's turn that this one answers; it becomes complete in the same statement. */
  replyTo: Turn;
  bubbles: string[];
  sources: TurnSource[];
  /** Null where nothing was asked of the knowledge. */
  answered: boolean | null;
  confidence: number | null;
  answeredBy: AnsweredBy;
  /** Whole milliseconds since the visitor's turn came in. */
  durationMs: number;
  tokens?: { input: number; output: number };
  degraded?: true;
};

export type RecordedBotTurn = {
  turn: Turn;
  /** When the chat's state and its tags changed last, Unix milliseconds, 0 for never. */
  changedAt: { desk: number; tags: number };
};

/** Writes the bot's answer and ends the visitor's turn as complete, in one statement. */
export async function recordBotTurn(
  ctx: Pick<Ctx, "db" | "now">,
  input: BotTurnInput,
): Promise<RecordedBotTurn> {
  const { db } = ctx;
  const now = ctx.now();
  const at = new Date(now);
  const turnId = uuidv7(now);
  const tail = turnId.slice(14).replaceAll("-", "");
  const { conversationId, id: visitorTurnId } = input.replyTo;
  const [row] = await write(db, {
    teamId: input.teamId,
    conversationId,
    visitorTurnId,
    ms: BigInt(now),
    at,
    tail,
    botName: input.botName,
    bubbles: input.bubbles,
    folded: foldBubbles(input.bubbles),
    sources: JSON.stringify(input.sources),
    answered: input.answered,
    confidence: input.confidence,
    answeredBy: input.answeredBy,
    durationMs: input.durationMs,
    inputTokens: input.tokens?.input ?? null,
    outputTokens: input.tokens?.output ?? null,
    degraded: input.degraded ?? false,
  });
  if (!row) throw new Error("the conversation is gone");
  const changedAt = { desk: row.state_at?.getTime() ?? 0, tags: row.tagged_at?.getTime() ?? 0 };
  const turn: Turn = {
    id: withUuidv7Ms(turnId, row.last_turn_ms),
    conversationId,
    author: "bot",
    authorName: input.botName,
    state: "complete",
    replyTo: visitorTurnId,
    bubbles: input.bubbles,
    sources: input.sources,
    answered: input.answered,
    confidence: input.confidence,
    ...(input.degraded && { degraded: true }),
    at: now,
  };
  return { turn, changedAt };
}

type Values = {
  teamId: string;
  conversationId: string;
  visitorTurnId: string;
  ms: bigint;
  at: Date;
  tail: string;
  botName: string;
  bubbles: string[];
  folded: string;
  sources: string;
  answered: boolean | null;
  confidence: number | null;
  answeredBy: AnsweredBy;
  durationMs: number;
  inputTokens: number | null;
  outputTokens: number | null;
  degraded: boolean;
};

type Row = { last_turn_ms: number; state_at: Date | null; tagged_at: Date | null };

const write = prepareStatement<Values, Row>(
  "record-bot-turn",
  ($) => `
    WITH conversation AS (
      UPDATE conversations SET last_turn_ms = GREATEST(${$("ms")}::bigint, last_turn_ms + 1),
        last_activity_at = GREATEST(${$("at")}::timestamptz, last_activity_at),
        unanswered = ${$("answered")}::boolean IS FALSE
      WHERE id = ${$("conversationId")}::uuid AND (team_id = ${$("teamId")}::uuid) IS TRUE
      RETURNING id, team_id, bot_id, last_turn_ms, state_at, tagged_at
    ), visitor_turn AS (
      UPDATE messages SET state = 'complete'
      WHERE team_id = ${$("teamId")}::uuid AND id = ${$("visitorTurnId")}::uuid
    ), message AS (
      INSERT INTO messages
        (id, team_id, conversation_id, bot_id, author, author_name, state, reply_to, bubbles, folded, sources, answered,
          confidence, answered_by, duration_ms, input_tokens, output_tokens, degraded, created_at)
      SELECT (lpad(to_hex(last_turn_ms), 12, '0') || ${$("tail")})::uuid, team_id, id, bot_id,
        'bot', ${$("botName")}, 'complete', ${$("visitorTurnId")}::uuid, ${$("bubbles")}::text[], ${$("folded")},
        ${$("sources")}::jsonb, ${$("answered")}::boolean, ${$("confidence")}::real, ${$("answeredBy")}::answered_by,
        ${$("durationMs")}::int, ${$("inputTokens")}::int, ${$("outputTokens")}::int, ${$("degraded")}::boolean,
        ${$("at")}::timestamptz
      FROM conversation
    )
    SELECT last_turn_ms::float8, state_at, tagged_at FROM conversation`,
);
