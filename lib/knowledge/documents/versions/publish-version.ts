import { setImmediate } from "node:timers/promises";
import type { Prisma } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import { type Actor, actorName } from "@/lib/identity/actor";
import { toPassageRow } from "@/lib/knowledge/search/passage-row";
import type { PreparedVersion } from "./prepare-version";
import { requireRoomForText } from "./require-room-for-text";

/**
 * Stores a version with its passages and makes it the one that answers, inside `changeKnowledge`. Others are served
 * between its statements: the embedded database answers in this process. The text goes as bytes, which its driver
 * doesn't measure one by one. Throws AppError `limit_exceeded` where the team's plan has no room for a longer text.
 */
export async function publishVersion(
  tx: Prisma.TransactionClient,
  actor: Actor,
  documentId: string,
  number: number,
  { title, content, segment, passages }: PreparedVersion,
  authorName = actorName(actor),
): Promise<void> {
  const versionId = uuidv7();
  const { teamId } = actor;
  await requireRoomForText(tx, teamId, documentId, content);
  await setImmediate();
  await tx.$executeRaw`
    INSERT INTO document_versions (id, team_id, document_id, number, title, content, author_name)
    VALUES (${versionId}::uuid, ${teamId}::uuid, ${documentId}::uuid, ${number}::int, ${title},
            convert_from(${Buffer.from(content)}, 'UTF8'), ${authorName})`;
  await setImmediate();
  await tx.$executeRaw`
    UPDATE document_versions SET segment = ${segment}
    WHERE id = ${versionId}::uuid AND team_id = ${teamId}::uuid`;
  const rows = passages.map((passage, ordinal) => ({ id: uuidv7(), ...toPassageRow(passage, ordinal) }));
  // A long text has thousands: one statement with one parameter for many, where createMany sends one for each value.
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await setImmediate();
    await tx.$executeRaw`
      INSERT INTO passages (id, team_id, version_id, ordinal, start, "end", headings, questions, answer)
      SELECT id, ${teamId}::uuid, ${versionId}::uuid, ordinal, start, "end", headings, questions, answer
      FROM jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + rowsAtOnce))}::jsonb)
        AS p (id uuid, ordinal int, start int, "end" int, headings text[], questions int[], answer int[])`;
  }
  await setImmediate();
  await tx.document.update({
    where: { id: documentId, teamId },
    data: { publishedVersionId: versionId, name: title, state: "ready", fault: null, progress: null },
    select: { id: true },
  });
}

const rowsAtOnce = 250;
