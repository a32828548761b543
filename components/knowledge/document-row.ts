import type { DocumentListItem } from "@/lib/knowledge/documents/list-documents";
import { type EmbeddingState, embeddingState } from "@/lib/knowledge/embedding/embedding-state";

/** What a row of the list shows and no more: it goes over the wire beside the row. What doesn't hold is left out. */
export type DocumentRow = {
  id: string;
  title: string;
  characters: number;
  passages: number;
  quotes?: number;
  /** Milliseconds. */
  updatedAt: number;
  tags?: string[];
  isOff?: true;
  fileName?: string;
  pageName?: string;
  place?: { before: string; hit: string; after: string };
  embedding?: NonNullable<EmbeddingState>;
};

/** `embeddingModel` is the one that is set now, undefined for none. */
export function toDocumentRow(document: DocumentListItem, embeddingModel: string | undefined): DocumentRow {
  const { id, title, characterCount, passageCount, updatedAt, fileName, isFromWeb, place } = document;
  const { tags, isOff, quoteCount } = document;
  const embedding = embeddingState(document, embeddingModel);
  return {
    ...{ id, title, characters: characterCount, passages: passageCount, updatedAt: updatedAt.getTime() },
    ...(quoteCount > 0 && { quotes: quoteCount }),
    ...(tags.length > 0 && { tags }),
    ...(isOff && { isOff }),
    ...(fileName !== null && { [isFromWeb ? "pageName" : "fileName"]: fileName }),
    ...(place && { place }),
    ...(embedding && { embedding }),
  };
}
