import type { Ctx } from "@/lib/context";

/** Deletes up to `most` published files whose documents are all purged, with their bytes. Returns how many. */
export async function purgeSources({ db }: Pick<Ctx, "db">, most: number): Promise<number> {
  return db.$executeRaw`
    DELETE FROM files WHERE id IN (
      SELECT s.file_id FROM sources s
      WHERE s.state = 'ready' AND s.file_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM documents d WHERE d.team_id = s.team_id AND d.bot_id = s.bot_id AND d.source_kind = 'file'
          AND d.source->>'sourceId' = s.id::text)
      LIMIT ${most})`;
}
