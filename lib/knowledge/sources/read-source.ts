import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Ctx } from "@/lib/context";
import type { RunJob } from "@/lib/jobs/bind-job";
import { readColumns } from "@/lib/reading/office/sheet-columns";
import { readFileApart } from "@/lib/reading/read-file-apart";
import type { Reading } from "@/lib/reading/reading";
import { type TextEncoding, textEncodings } from "@/lib/reading/text-encodings";
import { openFile } from "@/lib/storage/open-file";
import type { FilePlace } from "@/lib/storage/put-file";
import { spoolFile } from "@/lib/storage/spool-file";
import type { SourceJobInput } from "./source-jobs";
import { splitReading } from "./split-reading";

export type SourceReader = {
  /** The bundle of `lib/reading/reader-main`. */
  reader: string;
  place: () => FilePlace;
};

/** Of what lacks in a reading, so much is kept. */
const mostNotes = 500;
const tellEveryMs = 1_000;

type Row = { id: string; teamId: string; fileId: string; name: string; round: number };

/**
 * Runs `readSourceJob`: what is read stands beside the source afterwards, for somebody to look at. A reading that was
 * asked for anew meanwhile, or whose source was removed, leaves nothing.
 */
export function readSourceBy({ reader, place }: SourceReader): RunJob<SourceJobInput> {
  return async (ctx, { sourceId: id }, { signal }) => {
    const [row] = await ctx.db.source.updateManyAndReturn({
      where: { id, origin: "file", state: { in: ["queued", "reading"] } },
      data: { state: "reading", fault: null, progressDone: null, progressTotal: null },
    });
    if (!row?.fileId) return undefined;
    const source = { ...row, fileId: row.fileId };
    const { store, spool } = place();
    const file = await openFile(ctx, store, source.fileId);
    if (!file) return fail(ctx, source, { type: null, fault: "file_lost" });
    const leave = new AbortController();
    const stop = AbortSignal.any([signal, leave.signal]);
    try {
      const reading = await spoolFile(spool, file.body, file.bytes, ({ path }) =>
        readFileApart(path, {
          name: source.name,
          reader,
          signal: stop,
          encoding: textEncodings.find((encoding): encoding is TextEncoding => encoding === source.encoding),
          columns: readColumns(source.columns),
          onProgress: tellProgress(ctx, source, () => leave.abort()),
        }),
      );
      if (reading.fault) await fail(ctx, source, { type: reading.type, fault: reading.fault });
      else await keep(ctx, source, reading);
    } catch (error) {
      if (!leave.signal.aborted) throw error;
    }
    return undefined;
  };
}

/** Once a second at most. Where the source is gone or is read anew nobody wants this reading any more. */
function tellProgress({ db }: Ctx, { id, round }: Row, leave: () => void) {
  let toldAt = performance.now();
  return (done: number, of: number) => {
    if (performance.now() - toldAt < tellEveryMs) return;
    toldAt = performance.now();
    const data = { progressDone: done, progressTotal: of };
    void db.source.updateMany({ where: { id, round, state: "reading" }, data }).then(
      ({ count }) => {
        if (count === 0) leave();
      },
      () => {},
    );
  };
}

async function fail({ db }: Ctx, { id, round }: Row, data: { type: string | null; fault: string }) {
  await db.source.updateMany({
    where: { id, round, state: "reading" },
    data: { ...data, state: "failed", progressDone: null, progressTotal: null },
  });
  return undefined;
}

async function keep({ db }: Ctx, source: Row, { type, title, parts, notes }: Reading): Promise<void> {
  const { id, teamId, round } = source;
  const documents = splitReading(title, parts);
  await db.$transaction(
    async (tx) => {
      const { count } = await tx.source.updateMany({
        where: { id, round, state: "reading" },
        data: {
          ...{ state: "read", type, fault: null, progressDone: null, progressTotal: null },
          notes: notes.slice(0, mostNotes),
        },
      });
      if (count === 0) return;
      await tx.sourcePart.deleteMany({ where: { sourceId: id } });
      for (const [ordinal, { key, ...document }] of documents.entries()) {
        await setImmediate();
        await tx.sourcePart.create({
          data: { teamId, sourceId: id, ordinal, key: shortKey(key), ...document },
        });
      }
    },
    { timeout: 60_000 },
  );
}

/** A path within an archive may be longer than an index takes. */
function shortKey(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 32);
}
