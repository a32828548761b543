import { beforeEach, describe, expect, it } from "vitest";
import type { ActorCtx } from "@/lib/identity/actor";
import { changeDocuments, changeDocumentsInput } from "@/lib/knowledge/documents/organise/change-documents";
import { listPassages, listPassagesInput } from "@/lib/knowledge/passages/list-passages";
import { zipFile } from "@/test/files/zip-file";
import { createTestSources } from "@/test/fixtures/test-sources";
import { publishParts } from "./publish-parts";
import { publishSource } from "./publish-source";
import { readAgain } from "./read-again";

const { add, get, runJobs, ctx, bot } = createTestSources();
let owner: ActorCtx;
let botId: string;
beforeEach(() => {
  ({ owner, botId } = bot());
});

describe("a sheet of questions and answers", { timeout: 240_000 }, () => {
  const sheet = "客人說,我們說,門市\n運費多少？,八十元,台北\n可以退貨嗎？,,\n幾點開門？,十點,台中\n";
  const columns = { 客人說: "question", 我們說: "answer", 門市: "extra" } as const;

  it("is read by the columns that somebody chose, says what it left out, and so is its new state", async () => {
    const first = await add("問答.csv", sheet);
    await runJobs();
    const guessed = await get(first);
    expect(guessed).toMatchObject({ state: "read", columns: null, notes: [] });
    expect(guessed?.parts[0]).toMatchObject({
      text: expect.stringContaining("| 客人說 | 我們說 | 門市 |"),
      columns: [{ role: "question" }, { role: "answer" }, { role: "extra" }],
    });
    await readAgain(owner, { botId, sourceId: first, columns });
    await runJobs();
    expect(await get(first)).toMatchObject({
      columns,
      notes: [{ fault: "row_no_answer", row: 3 }],
      parts: [{ text: "Q：運費多少？\nA：八十元\n門市：台北\n\nQ：幾點開門？\nA：十點\n門市：台中" }],
    });
    await publishSource(owner, { botId, sourceId: first });
    await runJobs();
    const second = await add("問答.csv", sheet.replace("八十元", "九十元"), first);
    await runJobs();
    expect(await get(second)).toMatchObject({
      columns,
      notes: [{ fault: "row_no_answer", row: 3 }],
      parts: [{ text: expect.stringContaining("Q：運費多少？\nA：九十元") }],
    });
    await readAgain(owner, { botId, sourceId: second, columns: {} });
    await runJobs();
    expect(await get(second)).toMatchObject({ columns: {}, notes: [] });
    await readAgain(owner, { botId, sourceId: second, columns: null });
    await runJobs();
    expect(await get(second)).toMatchObject({ columns: null });
  });

  it("is read by other columns once it is published, and answers as before until that is published too", async () => {
    const sourceId = await add("問答.csv", sheet);
    await runJobs();
    await publishSource(owner, { botId, sourceId });
    await runJobs();
    const published = await get(sourceId);
    expect(published).toMatchObject({ state: "ready", isOff: false, parts: [] });
    expect(published.sheet?.map(({ role }) => role)).toEqual(["question", "answer", "extra"]);
    const passages = async () => {
      const [{ id: documentId = "" } = {}] = (await get(sourceId)).documents;
      const seen = await listPassages(owner, listPassagesInput.parse({ botId, documentId }));
      return seen?.passages.map(({ isPair }) => isPair);
    };
    expect(await passages()).toEqual([false]);
    await expect(readAgain(owner, { botId, sourceId })).rejects.toMatchObject({ code: "not_found" });
    await readAgain(owner, { botId, sourceId, columns });
    await runJobs();
    expect(await get(sourceId)).toMatchObject({ state: "read", documents: published.documents });
    expect(await passages()).toEqual([false]);
    await publishSource(owner, { botId, sourceId });
    await runJobs();
    expect(await get(sourceId)).toMatchObject({ state: "ready", columns, documents: published.documents });
    expect(await passages()).toEqual([true, true]);
    const documentIds = published.documents.map(({ id }) => id).join(",");
    await changeDocuments(owner, changeDocumentsInput.parse({ botId, change: "off", documentIds }));
    expect(await get(sourceId)).toMatchObject({ state: "ready", isOff: true });
  });
});

it("says how many of its documents are published while that goes on", { timeout: 240_000 }, async () => {
  const entries = Array.from({ length: 25 }, (_, at) => ({
    name: `說明${at}.txt`,
    content: `第 ${at} 則說明。`,
  }));
  const sourceId = await add("說明.zip", zipFile(entries));
  await runJobs();
  await publishSource(owner, { botId, sourceId });
  // As where the server ends after the first piece.
  let looks = 0;
  const { signal } = new AbortController();
  Object.defineProperty(signal, "aborted", { get: () => looks++ > 0 });
  await publishParts(ctx(), { sourceId }, { signal, attempt: 1, progress: async () => {} });
  expect(await get(sourceId)).toMatchObject({ state: "indexing", progressDone: 20, progressTotal: 25 });
  await runJobs();
  expect(await get(sourceId)).toMatchObject({ state: "ready", progressDone: null, progressTotal: null });
});
