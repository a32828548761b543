import type { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import type { ActorCtx } from "@/lib/identity/actor";
import type { FindingInput } from "./finding-input";
import { readPlace, type StoredPlace } from "./read-place";

export type FoundPlace = StoredPlace & {
  documentId: string;
  versionId: string;
  title: string;
  content: string;
  /** Of the version that answers. */
  number: number;
  /** Of its passage. */
  passage: { start: number; end: number };
};

export type StandingFinding = { kind: string; places: [FoundPlace] | [FoundPlace, FoundPlace] };

/** A finding whose texts still answer as they were found. Throws AppError `not_found` without one in the team. */
export async function requireFinding(ctx: ActorCtx, { botId, key }: FindingInput): Promise<StandingFinding> {
  const { teamId } = ctx.actor;
  const found = requireRow(
    await ctx.db.finding.findFirst({
      where: { teamId, botId, key, bot: { deletedAt: null } },
      select: { kind: true, first: true, second: true, firstVersion: version, secondVersion: version },
    }),
    "no such finding in the bot",
  );
  const first = requireRow(toPlace(found.firstVersion, found.first), "the first text answers no more");
  if (!found.secondVersion) return { kind: found.kind, places: [first] };
  return {
    kind: found.kind,
    places: [
      first,
      requireRow(toPlace(found.secondVersion, found.second), "the second text answers no more"),
    ],
  };
}

const version = {
  select: {
    ...{ id: true, title: true, content: true, number: true },
    publishedAs: { select: { id: true, deletedAt: true, offAt: true } },
    passages: { select: { ordinal: true, start: true, end: true } },
  },
} satisfies { select: Prisma.DocumentVersionSelect };

type Version = Prisma.DocumentVersionGetPayload<typeof version>;

function toPlace(
  { id: versionId, title, content, number, publishedAs, passages }: Version,
  stored: readonly number[],
): FoundPlace | null {
  const place = readPlace(stored);
  const passage = passages.find(({ ordinal }) => ordinal === place.ordinal);
  if (!publishedAs || publishedAs.deletedAt || publishedAs.offAt || !passage) return null;
  return { ...place, documentId: publishedAs.id, versionId, title, content, number, passage };
}
