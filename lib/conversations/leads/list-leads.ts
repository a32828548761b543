import { z } from "zod";
import { dayStart } from "@/lib/conversations/inbox/query/day-start";
import { digitsOf } from "@/lib/conversations/receive/fold-lead";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { cutText } from "@/lib/language/cut-text";
import { fold } from "@/lib/language/words/fold";
import { type LeadQuery, type LeadState, maxLeadSearch } from "./lead-query";

/** Who left a way to be reached; times are Unix milliseconds. */
export type Lead = {
  /** Of the chat. */
  id: string;
  name: string | null;
  phone: string | null;
  email: string | null;
  question: string;
  bot: string;
  domain: string | null;
  state: LeadState;
  at: number;
  consent: { text: string; url: string | null; at: number } | null;
};

/** A place in the list: what follows after this lead. */
export type LeadCursor = { at: number; id: string };

export type LeadPage = {
  leads: Lead[];
  /** Where the next page begins; null where there is none. */
  next: LeadCursor | null;
};

/** Leads looked through in one statement: the embedded database answers nobody else meanwhile. */
const stretch = 5_000;

/** `<at>.<id>` of a lead in an address. */
export const leadCursorInput = z
  .string()
  .regex(/^\d{1,16}\.[0-9a-fA-F-]{36}$/)
  .transform((text) => ({ at: Number(text.split(".")[0]), id: text.split(".")[1] ?? "" }));
const cursorSchema = z.object({ at: z.number().int().min(0).max(8.64e15), id: idInput });

/**
 * A page of the team's leads, the newest first. Texts are compared folded: whatever their case, width and Han form, a
 * number by its digits. Throws AppError `forbidden` without `chat.read`, `invalid_input` for a place that can't be one.
 * @param signal ends a search between two statements, with what was found so far
 */
export async function listLeads(
  ctx: ActorCtx,
  { query, before, limit }: { query: LeadQuery; before?: LeadCursor | undefined; limit: number },
  signal?: AbortSignal,
): Promise<LeadPage> {
  requirePermission(ctx.actor, "chat.read");
  const parsed = cursorSchema.optional().safeParse(before);
  if (!parsed.success) throw new AppError("invalid_input", "no such place in the list of leads");
  const where = await leadsWhere(ctx, query);
  const said = folded(query.q);
  const rows = said === null ? readLeads(ctx, where, parsed.data, limit + 1) : searchLeads(ctx, where, said);
  const found = await rows;
  const leads = found.slice(0, limit);
  const last = leads.at(-1);
  return { leads, next: found.length > limit && last ? { at: last.at, id: last.id } : null };

  async function searchLeads({ db }: ActorCtx, among: Prisma.Sql, text: string): Promise<Lead[]> {
    const ids: string[] = [];
    let place = parsed.data;
    for (;;) {
      const [piece] = await db.$queryRaw<Piece[]>`
        SELECT array_agg(id::text ORDER BY lead_at DESC, id DESC) FILTER (WHERE strpos(said, ${text}) > 0) AS ids,
          count(*)::int AS count, min(lead_at) AS at, (array_agg(id::text ORDER BY lead_at, id))[1] AS last
        FROM (
          SELECT c.id, c.lead_at, COALESCE(c.lead_folded, lower(concat_ws(' · ', c.said_phone, c.said_email, c.lead_question))) AS said
          FROM conversations c WHERE ${among} ${after(place)} ORDER BY c.lead_at DESC, c.id DESC LIMIT ${stretch}
        ) piece`;
      ids.push(...(piece?.ids ?? []));
      if (!piece?.at || !piece.last || piece.count < stretch || ids.length > limit || signal?.aborted) break;
      place = { at: piece.at.getTime(), id: piece.last };
    }
    const wanted = ids.slice(0, limit + 1);
    return readLeads(ctx, Prisma.sql`${among} AND c.id = ANY(${wanted}::uuid[])`, undefined, limit + 1);
  }
}

type Piece = { ids: string[] | null; count: number; at: Date | null; last: string | null };

type Row = Omit<Lead, "at" | "consent"> & {
  at: Date;
  consentText: string | null;
  consentUrl: string | null;
  consentAt: Date | null;
};

async function readLeads(
  { db }: ActorCtx,
  where: Prisma.Sql,
  before: LeadCursor | undefined,
  limit: number,
): Promise<Lead[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id::text AS id, v.name, c.said_phone AS phone, c.said_email AS email, COALESCE(c.lead_question, '') AS question,
      b.name AS bot, c.domain, c.lead_at AS at, c.consent_text AS "consentText", c.consent_url AS "consentUrl",
      c.consent_at AS "consentAt",
      CASE WHEN c.state = 'closed' THEN 'closed' WHEN ${isOpen} THEN 'open' ELSE 'answered' END AS state
    FROM conversations c JOIN bots b ON b.team_id = c.team_id AND b.id = c.bot_id
    JOIN visitors v ON v.team_id = c.team_id AND v.id = c.visitor_id
    WHERE ${where} ${after(before)} ORDER BY c.lead_at DESC, c.id DESC LIMIT ${limit}`;
  return rows.map(({ at, consentText: text, consentUrl: url, consentAt, ...row }) => ({
    ...row,
    at: at.getTime(),
    consent: text !== null && consentAt !== null ? { text, url, at: consentAt.getTime() } : null,
  }));
}

/** Word for word what the index of open leads says, so that it is used. */
export const isOpen = Prisma.raw(
  `(c.state = 'waiting'::conversation_state OR (c.state <> 'closed'::conversation_state AND (c.handled_at IS NULL OR c.handled_at < c.lead_at)))`,
);

async function leadsWhere({ db, actor }: ActorCtx, { state, bot, from, to }: LeadQuery): Promise<Prisma.Sql> {
  const { teamId } = actor;
  const parts = [
    Prisma.sql`c.team_id = ${teamId}::uuid AND c.lead_at IS NOT NULL`,
    Prisma.sql`c.bot_id IN (SELECT id FROM bots WHERE team_id = ${teamId}::uuid AND deleted_at IS NULL)`,
  ];
  if (state === "open") parts.push(Prisma.sql`${isOpen}`);
  if (state === "answered") parts.push(Prisma.sql`c.state <> 'closed' AND NOT ${isOpen}`);
  if (state === "closed") parts.push(Prisma.sql`c.state = 'closed'`);
  if (bot !== undefined) parts.push(Prisma.sql`c.bot_id = ${bot}::uuid`);
  if (from !== undefined || to !== undefined) {
    const team = await db.team.findUnique({ where: { id: teamId }, select: { timeZone: true } });
    const zone = team?.timeZone ?? "UTC";
    if (from !== undefined) parts.push(Prisma.sql`c.lead_at >= ${new Date(dayStart(from, zone))}`);
    if (to !== undefined) parts.push(Prisma.sql`c.lead_at < ${new Date(dayStart(to, zone, 1))}`);
  }
  return Prisma.join(parts, " AND ");
}

function after(place: LeadCursor | undefined): Prisma.Sql {
  if (!place) return Prisma.empty;
  return Prisma.sql`AND (c.lead_at, c.id) < (${new Date(place.at)}::timestamptz, ${place.id}::uuid)`;
}

/** What is looked for in the form in which leads are kept; a number by its digits. Null for nothing. */
function folded(text: string | undefined): string | null {
  const line = cutText(text ?? "", maxLeadSearch).trim();
  if (line === "") return null;
  const isNumber = /^[\d０-９ ()（）.+＋-]+$/u.test(line) && digitsOf(line).length > 2;
  return isNumber ? digitsOf(line) : fold(line).trim() || null;
}
