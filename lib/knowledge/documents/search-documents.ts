import { setImmediate } from "node:timers/promises";
import type { ActorCtx } from "@/lib/identity/actor";
import { foldedPattern } from "@/lib/language/words/folded-pattern";

/**
 * Where a text stands in a document's content: code points from 1, and behind its end; zeros where only
 * the title has it.
 */
export type DocumentHit = { id: string; at: number; end: number };

/** Bytes of stored contents looked through in one statement: the embedded database answers nobody else meanwhile. */
const bytesAtOnce = 400_000;

/**
 * Those of some documents of the actor's team whose title or text holds a text, compared folded, in their order, each
 * with its first place. `bytes`: what its content takes in the database.
 */
export async function searchDocuments(
  { db, actor: { teamId } }: ActorCtx,
  documents: readonly { id: string; bytes: number }[],
  query: string,
): Promise<DocumentHit[]> {
  const pattern = foldedPattern(query);
  const hits: DocumentHit[] = [];
  for (const ids of inPieces(documents)) {
    await setImmediate();
    hits.push(
      ...(await db.$queryRaw<DocumentHit[]>`
        SELECT o.id, coalesce(regexp_instr(v.content, ${pattern}), 0) AS at,
          coalesce(regexp_instr(v.content, ${pattern}, 1, 1, 1), 0) AS end
        FROM unnest(${ids}::text[]) WITH ORDINALITY AS o(id, ordinal)
        JOIN documents d ON d.id = o.id::uuid AND d.team_id = ${teamId}::uuid
        LEFT JOIN document_versions v ON v.id = d.published_version_id AND v.document_id = d.id
        WHERE d.name ~ ${pattern} OR v.content ~ ${pattern}
        ORDER BY o.ordinal`),
    );
  }
  return hits;
}

function inPieces(documents: readonly { id: string; bytes: number }[]): string[][] {
  const pieces: string[][] = [];
  let room = 0;
  for (const { id, bytes } of documents) {
    if (room < bytes) {
      pieces.push([]);
      room = bytesAtOnce;
    }
    pieces.at(-1)?.push(id);
    room -= bytes;
  }
  return pieces;
}
