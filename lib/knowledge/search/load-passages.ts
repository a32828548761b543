import { LRUCache } from "lru-cache";
import type { Db } from "@/lib/db/client";
import { prepareStatement } from "@/lib/db/query-prepared";
import type { SearchHit } from "@/lib/knowledge/index/bot-index";
import { pageAt, readPageMarks } from "@/lib/knowledge/passages/page-marks";
import type { Passage } from "@/lib/language/passage";
import { processWide } from "@/lib/process-wide";
import { type PassageRow, toPassage } from "./passage-row";
import type { SearchableBot } from "./searchable-bot";

export type BotPassage = Passage & {
  documentId: string;
  versionId: string;
  title: string;
  /** The stored text of the document, which the offsets point into. */
  text: string;
  /** Which of the document's passages, from 0. */
  ordinal: number;
  /** The same for this passage as long as it is the same, and no other's; missing of one that isn't stored. */
  key?: string;
  /** Of what was read from a page of the web: where that is, for people. */
  url?: string;
  /** Of a file with pages or slides, whose text is as it was read: the one it begins on. */
  page?: number;
  score: number;
  /** 0 to about 1: how much of what the question asks the passage holds. */
  confidence: number;
};

export type StoredPassage = Omit<BotPassage, "score" | "confidence">;

type VersionRow = {
  versionId: string;
  documentId: string;
  title: string;
  text: string;
  url: string | null;
  pages: unknown;
  passages: PassageRow[];
};

/**
 * What search hits stand for, in their order; what was read at this version of the bot's knowledge is not read again.
 * A hit whose document was deleted before it was read is left out.
 */
export async function loadPassages(
  db: Db,
  bot: SearchableBot,
  hits: readonly SearchHit[],
): Promise<BotPassage[]> {
  const cache = processWide("passages", () => new LRUCache<string, StoredPassage>(cacheBounds));
  const scope = `${bot.teamId}/${bot.id}/${bot.knowledgeVersion}`;
  const keys = hits.map(({ versionId, passage }) => `${scope}/${versionId}/${passage}`);
  const found = keys.map((key) => cache.get(key));
  const missing = hits.filter((_, at) => !found[at]);
  for (const { passages, url, pages, ...version } of missing.length > 0
    ? await readVersions(db, {
        botId: bot.id,
        teamId: bot.teamId,
        versionIds: missing.map(({ versionId }) => versionId),
        ordinals: missing.map(({ passage }) => passage),
      })
    : []) {
    const marks = readPageMarks(pages);
    for (const row of passages) {
      const key = `${scope}/${version.versionId}/${row.ordinal}`;
      const page = pageAt(marks, row.start);
      const where = { ...(url && { url }), ...(page !== undefined && { page }) };
      const passage = { ...toPassage(row), ...version, ordinal: row.ordinal, key, ...where };
      found[keys.indexOf(key)] = passage;
      cache.set(key, passage);
    }
  }
  return hits.flatMap(({ score, confidence }, at) => {
    const passage = found[at];
    return passage ? [{ ...passage, score, confidence }] : [];
  });
}

/** At most 64 MB. Passages of one document share its text, so small documents are kept best. */
const cacheBounds = {
  /** In UTF-16 units. */
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: ({ text }: StoredPassage) => Math.max(1, text.length),
};

const readVersions = prepareStatement<
  { botId: string; teamId: string; versionIds: string[]; ordinals: number[] },
  VersionRow
>(
  "load-passages",
  ($) => `
    SELECT v.id AS "versionId", v.document_id AS "documentId", v.title, v.content AS text,
      (SELECT CASE WHEN s.origin = 'page' THEN s.address ELSE g.address END FROM source_pages g
        JOIN sources s ON s.id = g.source_id AND s.team_id = g.team_id
        WHERE d.source_kind = 'page' AND g.team_id = d.team_id AND g.id = (d.source->>'pageId')::uuid) AS url,
      CASE WHEN (d.source->>'version')::int = v.number THEN d.source->'place'->'pages' END AS pages,
      jsonb_agg(jsonb_build_object('ordinal', p.ordinal, 'start', p.start, 'end', p."end",
        'headings', p.headings, 'questions', p.questions, 'answer', p.answer)) AS passages
    FROM unnest(${$("versionIds")}::uuid[], ${$("ordinals")}::int[]) AS hit (version_id, ordinal)
    JOIN passages p ON p.version_id = hit.version_id AND p.ordinal = hit.ordinal
    JOIN document_versions v ON v.id = p.version_id AND v.team_id = p.team_id
    JOIN documents d ON d.id = v.document_id AND d.team_id = v.team_id
    WHERE p.team_id = ${$("teamId")}::uuid AND d.bot_id = ${$("botId")}::uuid AND d.deleted_at IS NULL
      AND d.off_at IS NULL
    GROUP BY v.id, d.id`,
);
