import type { Db } from "@/lib/db/client";
import type { SearchHit } from "./search/bot-index";
import type { SearchableBot } from "./search-bot";

export type FoundPassage = {
  documentId: string;
  versionId: string;
  title: string;
  /** Headings above the passage, outermost first. */
  headings: string[];
  /** As it stands in the document. */
  text: string;
  /** Which of the document's passages, from 0, and its UTF-16 offsets in the document's content. */
  ordinal: number;
  start: number;
  end: number;
  score: number;
  /** 0 to about 1: how much of what the question asks the passage holds. */
  confidence: number;
};

/** The text of search hits, in their order. A hit whose document was deleted meanwhile is left out. */
export async function loadPassages(
  db: Db,
  { id: botId, teamId }: Pick<SearchableBot, "id" | "teamId">,
  hits: readonly SearchHit[],
): Promise<FoundPassage[]> {
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
        select: { ordinal: true, headings: true },
      },
    },
  });
  const versionById = new Map(versions.map((version) => [version.id, version]));
  return hits.flatMap(({ documentId: versionId, passage: ordinal, start, end, score, confidence }) => {
    const version = versionById.get(versionId);
    if (!version) return [];
    const { documentId, title, content, passages } = version;
    const headings = passages.find((passage) => passage.ordinal === ordinal)?.headings ?? [];
    const text = content.slice(start, end);
    return { documentId, versionId, title, headings, text, ordinal, start, end, score, confidence };
  });
}
