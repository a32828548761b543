import type { Prisma } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import { type Actor, actorName } from "@/lib/identity/actor";
import { toPassageRow } from "@/lib/knowledge/search/passage-row";
import type { PreparedVersion } from "./prepare-version";

/** Stores a version with its passages and makes it the one that answers, inside `changeKnowledge`. */
export async function publishVersion(
  tx: Prisma.TransactionClient,
  actor: Actor,
  documentId: string,
  number: number,
  { title, content, segment, passages }: PreparedVersion,
): Promise<void> {
  const versionId = uuidv7();
  const { teamId } = actor;
  const authorName = actorName(actor);
  await tx.documentVersion.create({
    data: { id: versionId, teamId, documentId, number, title, content, segment, authorName },
    select: { id: true },
  });
  const rows = passages.map((passage, ordinal) => ({ id: uuidv7(), ...toPassageRow(passage, ordinal) }));
  // A long text has thousands: one statement with one parameter, where createMany sends one for each value.
  await tx.$executeRaw`
    INSERT INTO passages (id, team_id, version_id, ordinal, start, "end", headings, questions, answer)
    SELECT id, ${teamId}::uuid, ${versionId}::uuid, ordinal, start, "end", headings, questions, answer
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS p (id uuid, ordinal int, start int, "end" int, headings text[], questions int[], answer int[])`;
  await tx.document.update({
    where: { id: documentId, teamId },
    data: { publishedVersionId: versionId, name: title, state: "ready", fault: null, progress: null },
    select: { id: true },
  });
}
