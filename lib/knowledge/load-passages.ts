import type { Db } from "@/lib/db/client";
import type { Passage } from "./chunk/passage";
import { type PassageRow, toPassage } from "./passage-row";
import type { SearchHit } from "./search/bot-index";
import type { SearchableBot } from "./search-bot";

export type BotPassage = Passage & {
  documentId: string;
  versionId: string;
  title: string;
  /** The stored text of the document, which the offsets point into. */
  text: string;
  /** Which of the document's passages, from 0. */
  ordinal: number;
  score: number;
  /** 0 to about 1: how much of what the question asks the passage holds. */
  confidence: number;
};

type VersionRow = {
  versionId: string;
  documentId: string;
  title: string;
  text: string;
  passages: PassageRow[];
};

/** What search hits stand for, in their order. A hit whose document was deleted meanwhile is left out. */
export async function loadPassages(
  db: Db,
  { id: botId, teamId }: Pick<SearchableBot, "id" | "teamId">,
  hits: readonly SearchHit[],
): Promise<BotPassage[]> {
  if (hits.length === 0) return [];
  const versions = await db.$queryRaw<VersionRow[]>`/* prepared: load-passages */
    SELECT v.id AS "versionId", v.document_id AS "documentId", v.title, v.content AS text,
      jsonb_agg(jsonb_build_object('ordinal', p.ordinal, 'start', p.start, 'end', p."end",
        'headings', p.headings, 'questions', p.questions, 'answer', p.answer)) AS passages
    FROM unnest(${hits.map((hit) => hit.documentId)}::uuid[], ${hits.map((hit) => hit.passage)}::int[]) AS hit (version_id, ordinal)
    JOIN passages p ON p.version_id = hit.version_id AND p.ordinal = hit.ordinal
    JOIN document_versions v ON v.id = p.version_id AND v.team_id = p.team_id
    JOIN documents d ON d.id = v.document_id AND d.team_id = v.team_id
    WHERE p.team_id = ${teamId}::uuid AND d.bot_id = ${botId}::uuid AND d.deleted_at IS NULL
    GROUP BY v.id`;
  const found = new Map(
    versions.flatMap(({ passages, ...version }) =>
      passages.map((row) => {
        const passage = { ...toPassage(row), ...version, ordinal: row.ordinal };
        return [`${version.versionId}/${row.ordinal}`, passage] as const;
      }),
    ),
  );
  return hits.flatMap(({ documentId: versionId, passage: ordinal, score, confidence }) => {
    const passage = found.get(`${versionId}/${ordinal}`);
    return passage ? { ...passage, score, confidence } : [];
  });
}
