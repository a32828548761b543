import type { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { uuidv7 } from "@/lib/db/uuidv7";
import { AppError } from "@/lib/errors";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { countCodePoints } from "@/lib/language/clean-text";
import { languageOf } from "@/lib/language/language-of";
import { changeKnowledge } from "./change-knowledge";
import { documentLimits } from "./document-limits";
import { requireRoomForDocument } from "./require-room-for-document";
import { prepareVersion } from "./versions/prepare-version";
import { publishVersion } from "./versions/publish-version";

export type Pair = { question: string; answer: string };

/** Where a pair goes: to the end of a document of pairs, or into a new one of this title. */
export type PairPlace = { botId: string } & ({ documentId: string } | { title: string });

/** Inside the transaction: null to write the pair, or the document that has it already. */
type FindMade = (tx: Prisma.TransactionClient) => Promise<string | null>;

/**
 * Writes a question with its answer into a bot's documents, answering from when this returns. Somebody who writes into
 * the same document at that moment loses nothing. `note` runs in the same transaction. Throws AppError `not_found` for
 * what is no document of pairs, `invalid_input` (`documentId`) where it has no room left, `limit_exceeded`
 * (`too_many_documents`).
 */
export async function addPair(
  ctx: ActorCtx,
  place: PairPlace,
  pair: Pair,
  {
    findMade,
    note,
  }: { findMade: FindMade; note: (tx: Prisma.TransactionClient, documentId: string) => Promise<void> },
): Promise<{ documentId: string }> {
  requirePermission(ctx.actor, "knowledge.write");
  const { teamId } = ctx.actor;
  const { botId } = place;
  const written = writePair(pair);
  for (;;) {
    const before = "documentId" in place ? await readPairs(ctx, botId, place.documentId) : null;
    const title = "title" in place ? place.title : (before?.title ?? "");
    const content = before ? `${before.content.trimEnd()}\n\n${written}` : written;
    const present = countCodePoints(content);
    if (present > documentLimits.content)
      throw new AppError("invalid_input", "the document has no room for the pair", {
        fields: { documentId: { fault: "too_long", limit: documentLimits.content, present } },
      });
    const prepared = await prepareVersion(title, content);
    const documentId = await changeKnowledge(ctx, botId, async (tx) => {
      const made = await findMade(tx);
      if (made) return made;
      const id = before?.id ?? uuidv7();
      const number = (before?.number ?? 0) + 1;
      if (before) {
        const where = { id, deletedAt: null, publishedVersion: { number: before.number } };
        if ((await tx.document.count({ where })) === 0) return null;
      } else {
        await requireRoomForDocument(tx, teamId, botId);
        await tx.document.create({ data: { id, teamId, botId, name: title, sourceKind: "answers" } });
      }
      await publishVersion(tx, ctx.actor, id, number, prepared);
      await note(tx, id);
      const action = before ? "document.update" : "document.create";
      await writeAudit(tx, ctx.actor, { action, targetId: id, detail: { botId, title, number } });
      return id;
    });
    // Somebody was faster: their words are read, and the pair goes behind them.
    if (documentId) return { documentId };
  }
}

/** A pair as it stands in a document: labelled, so that it is one passage however many paragraphs the answer has. */
export function writePair({ question, answer }: Pair): string {
  return languageOf(`${question}\n${answer}`) === "zh-Hant"
    ? `問：${question}\n答：${answer}`
    : `Q: ${question}\nA: ${answer}`;
}

async function readPairs({ db, actor }: ActorCtx, botId: string, documentId: string) {
  const isWellFormed = isId(botId) && isId(documentId);
  const found = isWellFormed
    ? await db.document.findFirst({
        where: {
          ...{
            id: documentId,
            teamId: actor.teamId,
            botId,
            sourceKind: "answers",
            deletedAt: null,
            offAt: null,
          },
          bot: { deletedAt: null },
        },
        select: { publishedVersion: { select: { title: true, content: true, number: true } } },
      })
    : null;
  const version = requireRow(found?.publishedVersion, "no such document of pairs in the actor's team");
  return { id: documentId, ...version };
}
