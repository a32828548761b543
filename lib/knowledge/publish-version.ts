import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { PreparedVersion } from "./prepare-version";

/** Stores a version with its passages and makes it the one that answers, inside `changeKnowledge`. */
export async function publishVersion(
  tx: Prisma.TransactionClient,
  { teamId, userName }: Actor,
  documentId: string,
  number: number,
  { title, content, segment, passages }: PreparedVersion,
): Promise<void> {
  const versionId = uuidv7();
  await tx.documentVersion.create({
    data: { id: versionId, teamId, documentId, number, title, content, segment, authorName: userName },
    select: { id: true },
  });
  const rows = passages.map(({ start, end, headings }, ordinal) => ({
    id: uuidv7(),
    teamId,
    versionId,
    ordinal,
    start,
    end,
    headings,
  }));
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.passage.createMany({ data: rows.slice(from, from + rowsAtOnce) });
  }
  await tx.document.update({
    where: { id: documentId, teamId },
    data: { publishedVersionId: versionId },
    select: { id: true },
  });
}

/** PostgreSQL takes at most 65,535 parameters in one statement. */
const rowsAtOnce = 1_000;
