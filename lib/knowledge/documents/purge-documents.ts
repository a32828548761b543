import { binStart } from "@/lib/bin/bin-days";
import type { Ctx } from "@/lib/context";

const day = 24 * 60 * 60_000;
/** Of each document so many versions stay, and all of the last so many days, and the one that answers. */
export const keptVersions = { count: 20, days: 30 } as const;

/** Deletes up to `most` documents that were in the bin for their days, with their versions. Returns how many. */
export async function purgeDeletedDocuments({ db }: Pick<Ctx, "db">, most: number): Promise<number> {
  return db.$executeRaw`
    DELETE FROM documents WHERE id IN (SELECT id FROM documents WHERE deleted_at < ${binStart()} LIMIT ${most})`;
}

/** Deletes up to `most` old versions of documents. Returns how many. */
export async function purgeVersions({ db }: Pick<Ctx, "db">, most: number): Promise<number> {
  const before = new Date(Date.now() - keptVersions.days * day);
  return db.$executeRaw`
    DELETE FROM document_versions WHERE id IN (
      SELECT v.id FROM (
        SELECT id, document_id, created_at, row_number() OVER (PARTITION BY document_id ORDER BY number DESC) AS place
        FROM document_versions
        WHERE document_id IN (
          SELECT document_id FROM document_versions GROUP BY document_id HAVING count(*) > ${keptVersions.count})
      ) v
      JOIN documents d ON d.id = v.document_id
      WHERE v.place > ${keptVersions.count} AND v.created_at < ${before} AND v.id IS DISTINCT FROM d.published_version_id
      LIMIT ${most})`;
}
