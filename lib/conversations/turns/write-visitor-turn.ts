import { nextState, nextStateAt } from "@/lib/conversations/desk/chat-machine";
import type { Db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { ConversationState } from "@/lib/db/generated/enums";
import { prepareStatement } from "@/lib/db/query-prepared";

type Values = {
  teamId: string;
  botId: string;
  chatId: string;
  /** Of the conversation and of its visitor, where they are new. */
  conversationId: string;
  visitorId: string;
  ms: bigint;
  at: Date;
  /** The turn's id after its time, without hyphens. */
  tail: string;
  text: string;
  folded: string;
  domain: string | null;
  pageUrl: string | null;
  locale: string | null;
  browser: string | null;
  /** What the page says of the visitor, and what they are known by. */
  key: string | null;
  name: string | null;
  email: string | null;
  traits: string | null;
  wantsPerson: boolean;
  isOverQuota: boolean;
  phone: string | null;
  address: string | null;
  isLead: boolean;
  leadQuestion: string | null;
  leadFolded: string | null;
  hasConsent: boolean;
  consentText: string | null;
  consentUrl: string | null;
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
  snoozed_until: Date | null;
  rated_up: boolean;
  rated_down: boolean;
  tags: string[];
  tagged_at: Date | null;
};

/** What a page says of its visitor: nothing, as nearly all do, something, or an address that they are known by. */
export type SaidOfVisitor = "nothing" | "something" | "address";

/**
 * One statement writes the visitor's turn, its conversation and its visitor. A visitor whose page says an address is
 * the one that the bot knows by it, and the conversation becomes theirs: a visitor of this one alone (`former`) is no
 * more. The conversation is locked before its visitor, by every message: of two at once in one chat neither waits for
 * the other's lock. The conversation's row gives the turn its millisecond, max(now, the chat's last + 1), so that ids
 * order the transcript whichever instance writes. While a member has the chat `answered_by` says so.
 */
export function writeVisitorTurn(db: Db, said: SaidOfVisitor, values: Values): Promise<Row[]> {
  return statements[said](db, values);
}

type Named = (value: keyof Values) => string;

function prepare(said: SaidOfVisitor) {
  return prepareStatement<Values, Row>(`write-visitor-turn-${said}`, ($) => {
    const visitor = visitorParts[said]($);
    const [at, text, pageUrl] = [`${$("at")}::timestamptz`, `${$("text")}::text`, `${$("pageUrl")}::text`];
    const [isLead, hasConsent] = [`${$("isLead")}::boolean`, `${$("hasConsent")}::boolean`];
    const wantsPerson = `${$("wantsPerson")}::boolean`;
    return `
    WITH ${visitor.before} conversation AS (
      INSERT INTO conversations AS c
        (id, team_id, bot_id, visitor_id, chat_id, domain, page_url, locale, browser, last_turn_ms, visitor_turns,
          last_asked, said_phone, said_email, lead_at, lead_question, lead_folded, consent_text, consent_url,
          consent_at, state, state_at, created_at, last_activity_at)
      VALUES (${$("conversationId")}::uuid, ${$("teamId")}::uuid, ${$("botId")}::uuid, ${visitor.id},
        ${$("chatId")}::text, ${$("domain")}, ${pageUrl}, ${$("locale")}, ${$("browser")}, ${$("ms")}, 1, ${text},
        ${$("phone")}, ${$("address")}, CASE WHEN ${isLead} THEN ${at} END, ${$("leadQuestion")}, ${$("leadFolded")},
        ${$("consentText")}, ${$("consentUrl")}, CASE WHEN ${hasConsent} THEN ${at} END,
        (CASE WHEN ${wantsPerson} THEN 'waiting' ELSE 'bot' END)::conversation_state,
        CASE WHEN ${wantsPerson} THEN ${at} END, ${at}, ${at})
      ON CONFLICT (bot_id, chat_id) DO UPDATE SET ${visitor.change}
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
        unanswered = ${next} = 'taken',
        state = ${next}, state_at = CASE WHEN ${next} = c.state THEN c.state_at ELSE ${nextStateAt(now).sql} END
      RETURNING id, team_id, bot_id, visitor_id, domain, locale, last_turn_ms, visitor_turns, said_phone, said_email,
        state, state_at, assignee_id, given_by, snoozed_until, rated_up, rated_down, tags, tagged_at, created_at,
        last_activity_at, id = ${$("conversationId")}::uuid AS is_new
    ), ${visitor.after} message AS (
      INSERT INTO messages
        (id, team_id, conversation_id, bot_id, author, state, answered_by, bubbles, page_url, folded, over_quota, created_at)
      SELECT (lpad(to_hex(last_turn_ms), 12, '0') || ${$("tail")})::uuid, team_id, id, bot_id,
        'visitor', (CASE WHEN state = 'taken' THEN 'complete' ELSE 'pending' END)::turn_state,
        (CASE WHEN state = 'taken' THEN 'person' END)::answered_by, ARRAY[${text}], ${pageUrl}, ${$("folded")},
        ${$("isOverQuota")}::boolean, ${at}
      FROM conversation
    )
    SELECT c.id AS conversation_id, c.created_at, c.last_activity_at, c.domain, c.locale, c.is_new,
      c.last_turn_ms::float8, c.visitor_turns, c.said_phone, c.said_email, c.state, c.state_at, c.assignee_id,
      c.given_by, c.snoozed_until, c.rated_up, c.rated_down, c.tags, c.tagged_at, ${visitor.facts}
    FROM conversation c ${visitor.join}`;
  });
}

const now = Prisma.raw("EXCLUDED.last_activity_at");
const next = `(CASE WHEN EXCLUDED.state = 'waiting' THEN ${nextState("asked", now).sql} ELSE ${nextState("said", now).sql} END)`;

type VisitorParts = {
  /** What is written before the conversation, and after it. */
  before: string;
  after: string;
  /** The visitor of a new conversation, and what becomes of that of a known one. */
  id: string;
  change: string;
  /** What is known of them by now, as far as the statement sees it, and where it stands. */
  facts: string;
  join: string;
};

const ofConversation = "LEFT JOIN visitors v ON v.team_id = c.team_id AND v.id = c.visitor_id";

const visitorParts: Record<SaidOfVisitor, ($: Named) => VisitorParts> = {
  nothing: ($) => ({
    before: "",
    after: `new_visitor AS (
      INSERT INTO visitors (id, team_id, bot_id, created_at)
      SELECT visitor_id, team_id, bot_id, created_at FROM conversation WHERE is_new
    ),`,
    id: `${$("visitorId")}::uuid`,
    change: "",
    facts: "v.name, v.email, v.traits",
    join: ofConversation,
  }),
  something: ($) => ({
    before: "",
    after: `new_visitor AS (
      INSERT INTO visitors (id, team_id, bot_id, name, traits, created_at)
      SELECT visitor_id, team_id, bot_id, ${$("name")}::text, COALESCE(${$("traits")}::jsonb, '{}'), created_at
      FROM conversation WHERE is_new
    ), known_visitor AS (
      UPDATE visitors v SET name = COALESCE(${$("name")}::text, v.name), traits = COALESCE(${$("traits")}::jsonb, v.traits)
      FROM conversation c WHERE v.team_id = c.team_id AND v.id = c.visitor_id
    ),`,
    id: `${$("visitorId")}::uuid`,
    change: "",
    facts: `COALESCE(${$("name")}::text, v.name) AS name, v.email, COALESCE(${$("traits")}::jsonb, v.traits) AS traits`,
    join: ofConversation,
  }),
  address: ($) => ({
    before: `held AS MATERIALIZED (
      SELECT team_id, visitor_id FROM conversations
      WHERE bot_id = ${$("botId")}::uuid AND chat_id = ${$("chatId")}::text FOR NO KEY UPDATE
    ), former AS (
      DELETE FROM visitors v USING held h WHERE v.team_id = h.team_id AND v.id = h.visitor_id AND v.key IS NULL
      RETURNING v.name, v.traits
    ), keyed AS (
      INSERT INTO visitors AS v (id, team_id, bot_id, key, name, email, traits, created_at)
      SELECT ${$("visitorId")}::uuid, ${$("teamId")}::uuid, ${$("botId")}::uuid, ${$("key")},
        COALESCE(${$("name")}::text, f.name), ${$("email")}, COALESCE(${$("traits")}::jsonb, f.traits, '{}'),
        ${$("at")}::timestamptz
      FROM (SELECT) one LEFT JOIN former f ON true
      ON CONFLICT (bot_id, key) DO UPDATE SET name = COALESCE(EXCLUDED.name, v.name), email = EXCLUDED.email,
        traits = CASE WHEN EXCLUDED.traits = '{}' THEN v.traits ELSE EXCLUDED.traits END
      RETURNING id, name, email, traits
    ),`,
    after: "",
    id: "(SELECT id FROM keyed)",
    change: "visitor_id = EXCLUDED.visitor_id,",
    facts: "v.name, v.email, v.traits",
    join: "CROSS JOIN keyed v",
  }),
};

/** Tables that a statement names cost time though it finds nothing there: each has only what its messages need. */
const statements = {
  nothing: prepare("nothing"),
  something: prepare("something"),
  address: prepare("address"),
};
