import type { Ctx } from "@/lib/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { publishSourceJob } from "@/lib/knowledge/sources/source-jobs";
import { nextDue } from "@/lib/knowledge/web/schedule";
import type { WebFault } from "@/lib/knowledge/web/web-faults";
import type { WebSource } from "./web-source";

/**
 * Ends a run. What changed of pages that answer is published at once, what is new waits for somebody to look at it. A
 * source of which nothing answers and nothing was read has failed, with the fault of its first page.
 * @param notes what lacks in the site as a whole
 */
export async function endRun({ db, now }: Ctx, source: WebSource, notes: readonly WebFault[]): Promise<void> {
  const { id, teamId, round, origin } = source;
  await db.$transaction(async (tx) => {
    const where = { id, round, state: "reading" as const };
    const [row] = await tx.source.updateManyAndReturn({
      where,
      data: { progressDone: null, progressTotal: null, notes: notes.map((fault) => ({ fault })) },
    });
    if (!row) return;
    const [first, changed, waiting, read] = await Promise.all([
      tx.sourcePage.findFirst({ where: { sourceId: id }, orderBy: [{ depth: "asc" }, { id: "asc" }] }),
      tx.sourcePart.count({ where: { sourceId: id, page: { choice: "taken" } } }),
      tx.sourcePart.count({ where: { sourceId: id, page: { choice: { in: ["open", "wanted"] } } } }),
      tx.sourcePage.count({ where: { sourceId: id, state: "read" } }),
    ]);
    const isPublished = row.publishedAt !== null;
    const ended = isPublished ? ("ready" as const) : ("failed" as const);
    const state = changed > 0 ? ("indexing" as const) : waiting > 0 ? ("read" as const) : ended;
    // Of a site each page says what is wrong with it.
    const own = origin === "page" || (read === 0 && !isPublished) ? first?.fault : null;
    const fault = own ?? (state === "failed" ? (notes[0] ?? "no_text") : null);
    const title = origin === "page" && !isPublished ? first?.title : "";
    await tx.source.updateMany({
      where,
      data: {
        ...{ state, fault, checkedAt: new Date(now()), dueAt: nextDue(row.schedule, now()) },
        ...(title && { name: title }),
      },
    });
    if (changed > 0) await enqueue(tx, publishSourceJob, { sourceId: id }, { teamId, key: id });
  });
}
