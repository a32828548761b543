import type { Db } from "@/lib/db/client";
import type { Passage } from "./chunk/passage";
import { toPassage } from "./passage-row";
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

/** What search hits stand for, in their order. A hit whose document was deleted meanwhile is left out. */
export async function loadPassages(
  db: Db,
  { id: botId, teamId }: Pick<SearchableBot, "id" | "teamId">,
  hits: readonly SearchHit[],
): Promise<BotPassage[]> {
  if (hits.length === 0) return [];
  const versions = await db.documentVersion.findMany({
    where: {
      id: { in: [...new Set(hits.map((hit) => hit.documentId))] },
      teamId,
      document: { botId, deletedAt: null },
    },
    select: {
      id: true,
      documentId: true,
      title: true,
      content: true,
      passages: {
        where: { OR: hits.map((hit) => ({ versionId: hit.documentId, ordinal: hit.passage })) },
      },
    },
  });
  const found = new Map(
    versions.flatMap(({ id: versionId, documentId, title, content: text, passages }) =>
      passages.map((row) => {
        const passage = { ...toPassage(row), documentId, versionId, title, text, ordinal: row.ordinal };
        return [`${versionId}/${row.ordinal}`, passage] as const;
      }),
    ),
  );
  return hits.flatMap(({ documentId: versionId, passage: ordinal, score, confidence }) => {
    const passage = found.get(`${versionId}/${ordinal}`);
    return passage ? { ...passage, score, confidence } : [];
  });
}
