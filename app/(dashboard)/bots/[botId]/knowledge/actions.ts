"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { extractAnswer } from "@/lib/answers/extract/extract-answer";
import { botPaths } from "@/lib/bots/bot-paths";
import { defineAction } from "@/lib/http/define-action";
import { createDocument, createDocumentInput } from "@/lib/knowledge/documents/create-document";
import { deleteDocument } from "@/lib/knowledge/documents/delete-document";
import { documentIdInput } from "@/lib/knowledge/documents/document-input";
import { purgeDocument } from "@/lib/knowledge/documents/purge-document";
import { requireDocument } from "@/lib/knowledge/documents/require-document";
import { restoreDocument } from "@/lib/knowledge/documents/restore-document";
import {
  restoreDocumentVersion,
  restoreDocumentVersionInput,
} from "@/lib/knowledge/documents/restore-document-version";
import { updateDocument, updateDocumentInput } from "@/lib/knowledge/documents/update-document";
import { searchKnowledge, searchKnowledgeInput } from "@/lib/knowledge/search/search-knowledge";

/** The form goes to the document by itself, when nobody is typing any more. */
export const createDocumentAction = defineAction(createDocumentInput, async (ctx, input) => {
  const created = await createDocument(ctx, input);
  refresh();
  return created;
});

export const updateDocumentAction = defineAction(
  // `overwrite`: someone else's edit is known and stays in the versions below.
  updateDocumentInput.extend({ overwrite: z.literal("on").optional() }),
  async (ctx, { overwrite, ...input }) => {
    const baseVersion = overwrite ? (await requireDocument(ctx, input)).number : input.baseVersion;
    const saved = await updateDocument(ctx, { ...input, baseVersion });
    refresh();
    return saved;
  },
);

export const deleteDocumentAction = defineAction(documentIdInput, async (ctx, input) => {
  await deleteDocument(ctx, input);
  refresh();
});

export const restoreDocumentAction = defineAction(documentIdInput, async (ctx, input) => {
  await restoreDocument(ctx, input);
  refresh();
});

export const purgeDocumentAction = defineAction(documentIdInput, async (ctx, input) => {
  await purgeDocument(ctx, input);
  refresh();
});

export const restoreVersionAction = defineAction(restoreDocumentVersionInput, async (ctx, input) => {
  const { number } = await restoreDocumentVersion(ctx, input);
  redirect(`${botPaths(input.botId).document(input.documentId)}?restored=${number}`);
});

export const askKnowledgeAction = defineAction(searchKnowledgeInput, async (ctx, input) => {
  const { passages, confidence, terms } = await searchKnowledge(ctx, input);
  const { question } = input;
  const { state, quotes } = extractAnswer({ question, passages, confidence, terms });
  return {
    question,
    state,
    passages: passages.map(
      ({ documentId, title, headings, text, start, end, ordinal, confidence }, index) => ({
        documentId,
        ordinal,
        title,
        headings,
        confidence,
        parts: cutAt(
          text,
          start,
          end,
          quotes.filter(({ passage }) => passage === index),
        ),
      }),
    ),
  };
});

/** A stretch of a text in pieces: inside the quotes and outside of them. */
function cutAt(text: string, start: number, end: number, quotes: { start: number; end: number }[]) {
  const parts: { text: string; isQuote: boolean }[] = [];
  let at = start;
  for (const quote of quotes.toSorted((a, b) => a.start - b.start)) {
    if (quote.start > at) parts.push({ text: text.slice(at, quote.start), isQuote: false });
    parts.push({ text: text.slice(Math.max(at, quote.start), quote.end), isQuote: true });
    at = Math.max(at, quote.end);
  }
  if (end > at) parts.push({ text: text.slice(at, end), isQuote: false });
  return parts;
}
