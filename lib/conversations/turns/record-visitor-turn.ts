import type { SaidContact } from "@/lib/answers/small-talk/read-contact";
import type { Ctx } from "@/lib/context";
import {
  toContact,
  toDesk,
  toRatings,
  toTags,
  toVisitorFacts,
} from "@/lib/conversations/inbox/to-chat-summary";
import type { Consent } from "@/lib/conversations/receive/consent";
import type { SaidVisitor } from "@/lib/conversations/receive/visitor-input";
import { uuidv7, withUuidv7Ms } from "@/lib/db/uuidv7";
import { foldBubbles } from "./fold-bubbles";
import type { ChatSummary, Turn } from "./turn";
import { type SaidOfVisitor, writeVisitorTurn } from "./write-visitor-turn";

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
  /** The plan has no room for it: it is none of the month's. */
  isOverQuota?: boolean;
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

/**
 * Writes a visitor's turn, with its conversation and visitor where they are new: as pending, or as complete while a
 * member has the chat, for then no answer is looked for.
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
  const { lead } = input;
  const [row] = await writeVisitorTurn(db, whatIsSaid(said), {
    botId: bot.id,
    teamId: bot.teamId,
    chatId: input.chatId,
    conversationId: fresh,
    visitorId,
    key: said?.email ? `email:${said.email.toLowerCase()}` : null,
    name: said?.name ?? null,
    email: said?.email ?? null,
    traits: said && Object.keys(said.traits).length > 0 ? JSON.stringify(said.traits) : null,
    domain: input.domain,
    pageUrl: input.pageUrl,
    locale: input.locale,
    browser: input.browser ?? null,
    ms: BigInt(ms),
    at,
    tail,
    text: input.text,
    folded: foldBubbles([input.text]),
    phone: input.contact?.phone ?? null,
    address: input.contact?.email ?? null,
    leadQuestion: lead?.question ?? null,
    leadFolded: lead?.folded ?? null,
    consentText: lead?.consent?.text ?? null,
    consentUrl: lead?.consent?.url ?? null,
    isLead: lead != null,
    hasConsent: lead?.consent != null,
    wantsPerson: input.wantsPerson ?? false,
    isOverQuota: input.isOverQuota ?? false,
  });
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
      desk: toDesk({
        ...{ state: row.state, stateAt: row.state_at, assigneeId: row.assignee_id },
        ...{ givenBy: row.given_by, snoozedUntil: row.snoozed_until },
        assigneeName: assignee ? assignee.name : null,
      }),
      ratings: toRatings(row.rated_up, row.rated_down),
      tags: toTags(row.tags, row.tagged_at),
      visitorTurns: row.visitor_turns,
      lastAsked: input.text,
      isNew: row.is_new,
    },
  };
}

function whatIsSaid(visitor: VisitorTurnInput["visitor"]): SaidOfVisitor {
  return !visitor ? "nothing" : visitor.email === null ? "something" : "address";
}
