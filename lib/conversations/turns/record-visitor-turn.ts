import type { SaidContact } from "@/lib/answers/small-talk/read-contact";
import type { Ctx } from "@/lib/context";
import { nextState, nextStateAt } from "@/lib/conversations/desk/chat-machine";
import {
  toContact,
  toDesk,
  toRatings,
  toTags,
  toVisitorFacts,
} from "@/lib/conversations/inbox/to-chat-summary";
import type { Consent } from "@/lib/conversations/receive/consent";
import type { SaidVisitor } from "@/lib/conversations/receive/visitor-input";
import { Prisma } from "@/lib/db/generated/client";
import type { ConversationState } from "@/lib/db/generated/enums";
import { queryPrepared } from "@/lib/db/query-prepared";
import { uuidv7, withUuidv7Ms } from "@/lib/db/uuidv7";
import { foldBubbles } from "./fold-bubbles";
import type { ChatSummary, Turn } from "./turn";

export type VisitorTurnInput = {
  bot: { id: string; teamId: string };
  chatId: string;
  text: string;
  domain: string | null;
  pageUrl: string | null;
  locale: string | null;
  browser?: string | null;
  /** What the page said of the visitor; what it didn't say stays as it was. */
  visitor?: SaidVisitor | null;
  wantsPerson?: boolean;
  /** What it gives to be reached at; what isn't given stays as it was. */
  contact?: SaidContact | null;
  /** Beside a contact: what they want to know, what is searched of it, and what they agreed to. */
  lead?: { question: string; folded: string; consent: Consent | null } | null;
};

export type RecordedVisitorTurn = {
  turn: Turn;
  conversation: {
    id: string;
    startedAt: number;
    lastActivityAt: number;
    domain: string | null;
    /** As the page named it last. */
    locale: string | null;
    visitor: ChatSummary["visitor"];
    contact: SaidContact | null;
    desk: ChatSummary["desk"];
    ratings: ChatSummary["ratings"];
    tags: ChatSummary["tags"];
    /** How many turns the visitor has written by now, this one included. */
    visitorTurns: number;
    lastAsked: string;
    isNew: boolean;
  };
};

type Row = {
  conversation_id: string;
  created_at: Date;
  last_activity_at: Date;
  domain: string | null;
  is_new: boolean;
  last_turn_ms: number;
  visitor_turns: number;
  locale: string | null;
  name: string | null;
  email: string | null;
  traits: Prisma.JsonValue;
  said_phone: string | null;
  said_email: string | null;
  state: ConversationState;
  state_at: Date | null;
  assignee_id: string | null;
  given_by: string | null;
  rated_up: boolean;
  rated_down: boolean;
  tags: string[];
  tagged_at: Date | null;
};

const now = Prisma.raw("EXCLUDED.last_activity_at");
/** Put together once: the path of a message pays for no more than the text. */
const next = Prisma.raw(
  `(CASE WHEN EXCLUDED.state = 'waiting' THEN ${nextState("asked", now).sql} ELSE ${nextState("said", now).sql} END)`,
);
const changedAt = Prisma.raw(nextStateAt(now).sql);

/**
 * Writes a visitor's turn, with its conversation and visitor where they are new, in one statement: as pending, or as
 * complete while a member has the chat, for then no answer is looked for (`answered_by` says so). A visitor whose page
 * says an address is the one that the bot knows by it, and the conversation becomes theirs: a visitor of this one alone
 * (`former`) is no more. The conversation is locked before its visitor, by every message: of two at once in one chat
 * neither waits for the other's lock. The conversation's row gives the turn its millisecond, max(now, the chat's last +
 * 1), so that ids order the transcript whichever instance writes.
 */
export async function recordVisitorTurn(
  { db, now: clock }: Pick<Ctx, "db" | "now">,
  input: VisitorTurnInput,
): Promise<RecordedVisitorTurn> {
  const ms = clock();
  const at = new Date(ms);
  const fresh = uuidv7(ms);
  const visitorId = uuidv7(ms);
  const turnId = uuidv7(ms);
  const tail = turnId.slice(14).replaceAll("-", "");
  const { bot, visitor: said } = input;
  const name = said?.name ?? null;
  const email = said?.email ?? null;
  const traits = said && Object.keys(said.traits).length > 0 ? JSON.stringify(said.traits) : null;
  const key = said?.email ? `email:${said.email.toLowerCase()}` : null;
  const wantsPerson = input.wantsPerson ?? false;
  const { lead } = input;
  const [row] = await queryPrepared<Row>(
    db,
    "record-visitor-turn",
    Prisma.sql`
    WITH held AS MATERIALIZED (
      SELECT team_id, visitor_id FROM conversations
      WHERE ${key}::text IS NOT NULL AND bot_id = ${bot.id}::uuid AND chat_id = ${input.chatId} FOR NO KEY UPDATE
    ), former AS (
      DELETE FROM visitors v USING held h WHERE v.team_id = h.team_id AND v.id = h.visitor_id AND v.key IS NULL
      RETURNING v.name, v.traits
    ), keyed AS (
      INSERT INTO visitors AS v (id, team_id, bot_id, key, name, email, traits, created_at)
      SELECT ${visitorId}::uuid, ${bot.teamId}::uuid, ${bot.id}::uuid, ${key}, COALESCE(${name}, f.name), ${email},
        COALESCE(${traits}::jsonb, f.traits, '{}'), ${at}::timestamptz
      FROM (SELECT) one LEFT JOIN former f ON true WHERE ${key}::text IS NOT NULL
      ON CONFLICT (bot_id, key) DO UPDATE SET name = COALESCE(EXCLUDED.name, v.name), email = EXCLUDED.email,
        traits = CASE WHEN EXCLUDED.traits = '{}' THEN v.traits ELSE EXCLUDED.traits END
      RETURNING id, name, email, traits
    ), conversation AS (
      INSERT INTO conversations AS c
        (id, team_id, bot_id, visitor_id, chat_id, domain, page_url, locale, browser, last_turn_ms, visitor_turns,
          last_asked, said_phone, said_email, lead_at, lead_question, lead_folded, consent_text, consent_url, consent_at, state, state_at, created_at, last_activity_at)
      VALUES (${fresh}::uuid, ${bot.teamId}::uuid, ${bot.id}::uuid, COALESCE((SELECT id FROM keyed), ${visitorId}::uuid),
        ${input.chatId}, ${input.domain}, ${input.pageUrl}, ${input.locale}, ${input.browser ?? null}, ${BigInt(ms)}, 1, ${input.text},
        ${input.contact?.phone ?? null}, ${input.contact?.email ?? null},
        ${lead ? at : null}, ${lead?.question ?? null}, ${lead?.folded ?? null},
        ${lead?.consent?.text ?? null}, ${lead?.consent?.url ?? null}, ${lead?.consent ? at : null},
        ${wantsPerson ? "waiting" : "bot"}::conversation_state, ${wantsPerson ? at : null}, ${at}, ${at})
      ON CONFLICT (bot_id, chat_id) DO UPDATE SET
        visitor_id = COALESCE((SELECT id FROM keyed), c.visitor_id),
        last_turn_ms = GREATEST(EXCLUDED.last_turn_ms, c.last_turn_ms + 1),
        visitor_turns = c.visitor_turns + 1,
        last_asked = EXCLUDED.last_asked,
        said_phone = COALESCE(EXCLUDED.said_phone, c.said_phone),
        said_email = COALESCE(EXCLUDED.said_email, c.said_email),
        lead_at = COALESCE(EXCLUDED.lead_at, c.lead_at),
        lead_question = COALESCE(EXCLUDED.lead_question, c.lead_question),
        lead_folded = COALESCE(EXCLUDED.lead_folded, c.lead_folded),
        consent_text = COALESCE(EXCLUDED.consent_text, c.consent_text),
        consent_url = CASE WHEN EXCLUDED.consent_at IS NULL THEN c.consent_url ELSE EXCLUDED.consent_url END,
        consent_at = COALESCE(EXCLUDED.consent_at, c.consent_at),
        last_activity_at = GREATEST(EXCLUDED.last_activity_at, c.last_activity_at),
        domain = COALESCE(EXCLUDED.domain, c.domain),
        page_url = COALESCE(EXCLUDED.page_url, c.page_url),
        locale = COALESCE(EXCLUDED.locale, c.locale),
        browser = COALESCE(EXCLUDED.browser, c.browser),
        unanswered = c.state = 'taken',
        state = ${next}, state_at = CASE WHEN ${next} = c.state THEN c.state_at ELSE ${changedAt} END
      RETURNING id, team_id, bot_id, visitor_id, domain, locale, last_turn_ms, visitor_turns, said_phone, said_email, state, state_at,
        assignee_id, given_by, rated_up, rated_down, tags, tagged_at,
        created_at, last_activity_at, id = ${fresh}::uuid AS is_new
    ), new_visitor AS (
      INSERT INTO visitors (id, team_id, bot_id, name, email, traits, created_at)
      SELECT visitor_id, team_id, bot_id, ${name}, ${email}, COALESCE(${traits}::jsonb, '{}'), created_at
      FROM conversation WHERE is_new AND ${key}::text IS NULL
    ), known_visitor AS (
      UPDATE visitors v SET name = COALESCE(${name}, v.name), email = COALESCE(${email}, v.email),
        traits = COALESCE(${traits}::jsonb, v.traits)
      FROM conversation c WHERE ${said != null && key === null}::boolean AND v.team_id = c.team_id AND v.id = c.visitor_id
    ), message AS (
      INSERT INTO messages (id, team_id, conversation_id, bot_id, author, state, answered_by, bubbles, page_url, folded, created_at)
      SELECT (lpad(to_hex(last_turn_ms), 12, '0') || ${tail})::uuid, team_id, id, bot_id,
        'visitor', (CASE WHEN state = 'taken' THEN 'complete' ELSE 'pending' END)::turn_state,
        (CASE WHEN state = 'taken' THEN 'person' END)::answered_by, ARRAY[${input.text}], ${input.pageUrl}, ${foldBubbles([input.text])}, ${at}
      FROM conversation
    )
    SELECT c.id AS conversation_id, c.created_at, c.last_activity_at, c.domain, c.locale, c.is_new,
      c.last_turn_ms::float8, c.visitor_turns, c.said_phone, c.said_email, c.state, c.state_at, c.assignee_id, c.given_by, c.rated_up, c.rated_down,
      c.tags, c.tagged_at,
      COALESCE(k.name, ${name}, v.name) AS name, COALESCE(k.email, v.email) AS email,
      COALESCE(k.traits, ${traits}::jsonb, v.traits) AS traits
    FROM conversation c LEFT JOIN visitors v ON v.team_id = c.team_id AND v.id = c.visitor_id LEFT JOIN keyed k ON true`,
  );
  if (!row) throw new Error("the insert returned no conversation");
  // Nobody waits for a bot's answer then.
  const assignee =
    row.assignee_id && (await db.user.findUnique({ where: { id: row.assignee_id }, select: { name: true } }));
  return {
    turn: {
      id: withUuidv7Ms(turnId, row.last_turn_ms),
      conversationId: row.conversation_id,
      author: "visitor",
      authorName: "",
      state: row.state === "taken" ? "complete" : "pending",
      replyTo: null,
      bubbles: [input.text],
      sources: [],
      answered: null,
      confidence: null,
      at: ms,
    },
    conversation: {
      id: row.conversation_id,
      startedAt: row.created_at.getTime(),
      lastActivityAt: row.last_activity_at.getTime(),
      domain: row.domain,
      locale: row.locale,
      visitor: toVisitorFacts(row),
      contact: toContact(row.said_phone, row.said_email),
      desk: toDesk(row.state, row.state_at, row.assignee_id, assignee ? assignee.name : null, row.given_by),
      ratings: toRatings(row.rated_up, row.rated_down),
      tags: toTags(row.tags, row.tagged_at),
      visitorTurns: row.visitor_turns,
      lastAsked: input.text,
      isNew: row.is_new,
    },
  };
}
