import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import type { FindingKind } from "@/lib/knowledge/truth/finding";
import { diffTexts } from "@/lib/language/diff-texts";
import type { Span } from "@/lib/language/passage";
import { isReplaced } from "./is-replaced";
import { readPlace } from "./read-place";
import { standingFindings } from "./standing-findings";

export const listFindingsInput = z.strictObject({
  botId: z.string("required"),
  /** Of this document alone. */
  documentId: z.string().refine(isId).optional().catch(undefined),
  /** From 1. */
  page: z.coerce.number().int().min(1).max(1_000).default(1).catch(1),
});
export type ListFindingsInput = z.output<typeof listFindingsInput>;

export type FindingPlace = {
  documentId: string;
  title: string;
  /** Outermost first. */
  headings: string[];
  /** Which of the document's passages, from 0. */
  ordinal: number;
  /** What stands there with a little around it; `isIn`: of the place itself, `isMark`: what differs, or has gone by. */
  pieces: { text: string; isIn: boolean; isMark: boolean }[];
  writtenAt: Date;
  /** The file or page of the web that it was read from. */
  from: { sourceId: string; name: string; isFromWeb: boolean } | null;
};

export type FindingItem = {
  key: string;
  kind: FindingKind;
  /** `2026-11-15`, of what is stale. */
  goneBy: string | null;
  /** Whether the place that isn't kept will say the same; else it goes. */
  isReplaced: boolean;
  places: FindingPlace[];
};

export type FindingList = { findings: FindingItem[]; count: number; page: number; lastPage: number };

const sourceSchema = z
  .object({ sourceId: z.string(), name: z.string(), pageId: z.string().optional() })
  .nullable()
  .catch(null);

/** What somebody should look at in a bot's documents, the surest first and a page at a time. */
export async function listFindings(
  ctx: ActorCtx,
  { botId, documentId, page: asked }: ListFindingsInput,
): Promise<FindingList> {
  requirePermission(ctx.actor, "knowledge.read");
  if (!isId(botId)) return { findings: [], count: 0, page: 1, lastPage: 1 };
  const standing = Prisma.sql`${standingFindings(ctx.actor.teamId, botId)} ${
    documentId === undefined
      ? Prisma.empty
      : Prisma.sql`AND ${documentId}::uuid IN (d.id, COALESCE(e.id, d.id))`
  }`;
  const [counted] = await ctx.db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${standing}`;
  const count = counted?.count ?? 0;
  const lastPage = Math.max(1, Math.ceil(count / pageSize));
  const page = Math.min(asked, lastPage);
  const shown = await ctx.db.$queryRaw<{ key: string }[]>`
    SELECT f.key ${standing} ORDER BY f.sureness DESC, f.key LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  const rows = await ctx.db.finding.findMany({
    where: { teamId: ctx.actor.teamId, botId, key: { in: shown.map(({ key }) => key) } },
    include: { firstVersion: version, secondVersion: version },
  });
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const findings = shown.flatMap(({ key }) => {
    const row = byKey.get(key);
    return row ? [toItem(row)] : [];
  });
  return { findings, count, page, lastPage };
}

const version = {
  select: {
    ...{ title: true, content: true, createdAt: true },
    passages: { select: { ordinal: true, start: true, end: true, headings: true } },
    publishedAs: { select: { id: true, source: true } },
  },
} satisfies { select: Prisma.DocumentVersionSelect };

type Row = Prisma.FindingGetPayload<{
  include: { firstVersion: typeof version; secondVersion: typeof version };
}>;

function toItem({ key, kind, goneBy, first, second, firstVersion, secondVersion }: Row): FindingItem {
  const opposite = secondVersion && textOf(secondVersion, second);
  const own = textOf(firstVersion, first);
  const parts = opposite ? diffTexts(own, opposite) : [];
  return {
    ...{ key, goneBy, isReplaced: isReplacedIn(kind, firstVersion, first, secondVersion, second) },
    // The job writes no others.
    kind: kind as FindingKind,
    places: [
      toPlace(firstVersion, first, spansOf(parts, "removed")),
      ...(secondVersion ? [toPlace(secondVersion, second, spansOf(parts, "added"))] : []),
    ],
  };
}

type Version = Row["firstVersion"];

function isReplacedIn(
  kind: string,
  version: Version,
  first: readonly number[],
  opposite: Version | null,
  second: readonly number[],
): boolean {
  return opposite !== null && isReplaced(kind, withPassage(version, first), withPassage(opposite, second));
}

function withPassage({ passages }: Version, stored: readonly number[]) {
  const place = readPlace(stored);
  return { ...place, passage: passages.find(({ ordinal }) => ordinal === place.ordinal) ?? place };
}

function textOf({ content }: Version, stored: readonly number[]): string {
  const { start, end } = readPlace(stored);
  return content.slice(start, Math.min(end, start + longestShown));
}

/** What one text has and the other lacks, in it. */
function spansOf(parts: ReturnType<typeof diffTexts>, kind: "added" | "removed"): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const part of parts) {
    if (part.kind !== "same" && part.kind !== kind) continue;
    if (part.kind === kind && part.text.trim() !== "") spans.push({ start: at, end: at + part.text.length });
    at += part.text.length;
  }
  return spans;
}

function toPlace(
  { title, content, createdAt, passages, publishedAs }: Version,
  stored: readonly number[],
  differing: Span[],
): FindingPlace {
  const { ordinal, start, end, marks } = readPlace(stored);
  const passage = passages.find((one) => one.ordinal === ordinal);
  const source = sourceSchema.parse(publishedAs?.source ?? null);
  const shownEnd = Math.min(end, start + longestShown);
  const [first, last] = [passage?.start ?? 0, passage?.end ?? content.length];
  const from = edgeBefore(content, Math.max(first, start - around), start, first);
  const to = edgeBehind(content, Math.min(last, shownEnd + around), shownEnd, last);
  const marked =
    marks.length > 0
      ? marks
      : differing.map((span) => ({ start: start + span.start, end: start + span.end }));
  return {
    ...{ documentId: publishedAs?.id ?? "", title, ordinal, writtenAt: createdAt },
    headings: passage?.headings ?? [],
    pieces: cut(content, from, to, { start, end: shownEnd }, marked),
    from: source && { sourceId: source.sourceId, name: source.name, isFromWeb: source.pageId !== undefined },
  };
}

/** Around a place whole lines are shown where they begin near. */
function edgeBefore(content: string, least: number, start: number, whole: number): number {
  if (least === whole) return least;
  const line = content.indexOf("\n", least);
  return line >= 0 && line < start ? line + 1 : least;
}

function edgeBehind(content: string, most: number, end: number, whole: number): number {
  if (most === whole) return most;
  const line = content.lastIndexOf("\n", most);
  return line > end ? line : most;
}

function cut(
  content: string,
  from: number,
  to: number,
  place: Span,
  marks: readonly Span[],
): FindingPlace["pieces"] {
  const edges = [from, to, place.start, place.end, ...marks.flatMap(({ start, end }) => [start, end])];
  const points = [...new Set(edges.filter((edge) => edge >= from && edge <= to))].sort((a, b) => a - b);
  return points.slice(1).map((end, at) => {
    const start = points[at] ?? from;
    return {
      text: content.slice(start, end),
      isIn: start >= place.start && end <= place.end,
      isMark: marks.some((mark) => mark.start <= start && end <= mark.end),
    };
  });
}

const pageSize = 20;
/** UTF-16 units of a place, and of what stands around it, that are shown. */
const longestShown = 1_200;
const around = 80;
