"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { tryQuestion, tryQuestionInput } from "@/lib/answers/try-question";
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

/** What a visitor with this browser would get, and why. */
export const askKnowledgeAction = defineAction(tryQuestionInput, async (ctx, input) => {
  const tried = await tryQuestion(ctx, input, (await headers()).get("accept-language"));
  return { question: input.question, ...tried };
});
