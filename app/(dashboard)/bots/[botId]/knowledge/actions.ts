"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { tryQuestion, tryQuestionInput } from "@/lib/answers/try-question";
import { botPaths } from "@/lib/bots/bot-paths";
import { makeAnswer, makeAnswerInput } from "@/lib/conversations/answers/make-answer";
import { defineAction } from "@/lib/http/define-action";
import { createDocument, createDocumentInput } from "@/lib/knowledge/documents/create-document";
import { deleteDocument } from "@/lib/knowledge/documents/delete-document";
import { documentIdInput } from "@/lib/knowledge/documents/document-input";
import { changeDocuments, changeDocumentsInput } from "@/lib/knowledge/documents/organise/change-documents";
import { purgeDocument } from "@/lib/knowledge/documents/purge-document";
import { requireDocument } from "@/lib/knowledge/documents/require-document";
import { restoreDocument } from "@/lib/knowledge/documents/restore-document";
import { updateDocument, updateDocumentInput } from "@/lib/knowledge/documents/update-document";
import {
  restoreDocumentVersion,
  restoreDocumentVersionInput,
} from "@/lib/knowledge/documents/versions/restore-document-version";
import { dismissFinding, recallFinding } from "@/lib/knowledge/findings/dismiss-finding";
import { findingInput } from "@/lib/knowledge/findings/finding-input";
import { settleFinding, settleFindingInput } from "@/lib/knowledge/findings/settle-finding";
import { correctPart, correctPartInput } from "@/lib/knowledge/sources/correct-part";
import { publishSource } from "@/lib/knowledge/sources/publish-source";
import { publishSources } from "@/lib/knowledge/sources/publish-sources";
import { readAgain } from "@/lib/knowledge/sources/read-again";
import { removeSource } from "@/lib/knowledge/sources/remove-source";
import { retrySources } from "@/lib/knowledge/sources/retry-sources";
import { readAgainInput, sourceIdInput } from "@/lib/knowledge/sources/source-input";
import { wantPart } from "@/lib/knowledge/sources/want-part";
import { addAddress } from "@/lib/knowledge/web/add-address";
import { checkSource } from "@/lib/knowledge/web/check-source";
import { choosePage } from "@/lib/knowledge/web/choose-page";
import { removeAddress } from "@/lib/knowledge/web/remove-address";
import { setSchedule } from "@/lib/knowledge/web/set-schedule";
import {
  addAddressInput,
  choosePageInput,
  setScheduleInput,
  wantPartInput,
} from "@/lib/knowledge/web/web-input";
import { getBlobStore } from "@/lib/storage/get-blob-store";

/** The form goes to the document by itself, when nobody is typing any more. */
export const createDocumentAction = defineAction(createDocumentInput, async (ctx, input) => {
  const created = await createDocument(ctx, input);
  refresh();
  return created;
});

/** Its document shows it, and leads back to the chat. */
export const makeAnswerAction = defineAction(makeAnswerInput, async (ctx, input) => {
  const { documentId } = await makeAnswer(ctx, input);
  redirect(`${botPaths(input.botId).document(documentId)}?answer`);
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

/** Of one document, of those that are chosen, or of all that the list's address wants. */
export const changeDocumentsAction = defineAction(changeDocumentsInput, async (ctx, input) => {
  const changed = await changeDocuments(ctx, input);
  refresh();
  return changed;
});

export const purgeDocumentAction = defineAction(documentIdInput, async (ctx, input) => {
  await purgeDocument(ctx, input);
  refresh();
});

export const restoreVersionAction = defineAction(restoreDocumentVersionInput, async (ctx, input) => {
  const { number } = await restoreDocumentVersion(ctx, input);
  redirect(`${botPaths(input.botId).document(input.documentId)}?restored=${number}`);
});

export const settleFindingAction = defineAction(settleFindingInput, async (ctx, input) => {
  const settled = await settleFinding(ctx, input);
  refresh();
  return settled;
});

/** From the list of findings, which stays. */
export const undoSettledAction = defineAction(restoreDocumentVersionInput, async (ctx, input) => {
  await restoreDocumentVersion(ctx, input);
  refresh();
});

export const dismissFindingAction = defineAction(findingInput, async (ctx, input) => {
  await dismissFinding(ctx, input);
  refresh();
});

export const recallFindingAction = defineAction(findingInput, async (ctx, input) => {
  await recallFinding(ctx, input);
  refresh();
});

export const publishSourceAction = defineAction(sourceIdInput, async (ctx, input) => {
  await publishSource(ctx, input);
  refresh();
});

export const publishSourcesAction = defineAction(sourceIdInput.pick({ botId: true }), async (ctx, input) => {
  await publishSources(ctx, input);
  refresh();
});

export const retrySourcesAction = defineAction(sourceIdInput.pick({ botId: true }), async (ctx, input) => {
  await retrySources(ctx, input);
  refresh();
});

export const readAgainAction = defineAction(readAgainInput, async (ctx, input) => {
  await readAgain(ctx, input);
  refresh();
});

/** From its form, back to what was read. */
export const correctPartAction = defineAction(correctPartInput, async (ctx, input) => {
  await correctPart(ctx, input);
  redirect(botPaths(input.botId).filePart(input.sourceId, input.ordinal));
});

export const removeSourceAction = defineAction(sourceIdInput, async (ctx, input) => {
  await removeSource(ctx, getBlobStore(), input);
  refresh();
});

/** From the file's own page, which is gone then. */
export const leaveSourceAction = defineAction(sourceIdInput, async (ctx, input) => {
  await removeSource(ctx, getBlobStore(), input);
  redirect(botPaths(input.botId).knowledge);
});

export const addAddressAction = defineAction(addAddressInput, async (ctx, input) => {
  const { sourceId } = await addAddress(ctx, input);
  redirect(botPaths(input.botId).web(sourceId));
});

export const checkSourceAction = defineAction(sourceIdInput, async (ctx, input) => {
  await checkSource(ctx, input);
  refresh();
});

export const setScheduleAction = defineAction(setScheduleInput, async (ctx, input) => {
  await setSchedule(ctx, input);
  refresh();
});

export const choosePageAction = defineAction(choosePageInput, async (ctx, input) => {
  await choosePage(ctx, input);
  refresh();
});

export const wantPartAction = defineAction(wantPartInput, async (ctx, input) => {
  await wantPart(ctx, input);
  refresh();
});

/** From its own page, which is gone then. */
export const removeAddressAction = defineAction(sourceIdInput, async (ctx, input) => {
  await removeAddress(ctx, input);
  redirect(botPaths(input.botId).knowledge);
});

/** What a visitor with this browser would get, and why. */
export const askKnowledgeAction = defineAction(tryQuestionInput, async (ctx, input) => {
  const tried = await tryQuestion(ctx, input, (await headers()).get("accept-language"));
  return { question: input.question, ...tried };
});
