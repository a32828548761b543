"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { FormAction } from "@/components/ui/form/form-action";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { OwnWords } from "@/components/ui/text/own-words";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { useToastAction } from "@/components/ui/toast/use-toast-action";
import { findWords } from "@/lib/i18n/words/find-words";
import type { JobFault } from "@/lib/jobs/fault-of";
import type { JobRow } from "@/lib/jobs/list-jobs";

/** Times are ISO 8601. */
export type JobItemRow = Pick<
  JobRow,
  "id" | "name" | "kind" | "about" | "state" | "progress" | "fault" | "attempts"
> &
  Record<"createdAt", string> &
  Record<"startedAt" | "endedAt" | "dueAt", string | null>;

const tones: Record<JobRow["state"], BadgeTone> = {
  waiting: "plain",
  running: "accent",
  done: "good",
  failed: "bad",
};

export function JobList({ rows, retry }: { rows: JobItemRow[]; retry: FormAction }) {
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <JobItem key={row.id} row={row} retry={retry} />
      ))}
    </ul>
  );
}

function JobItem({ row, retry }: { row: JobItemRow; retry: FormAction }) {
  const { jobs: words } = useDashboardCatalog();
  const formAction = useToastAction(retry, words.retried);
  const faults: Record<JobFault, string> = words.faults;
  const name =
    findWords(words.names, row.kind ?? row.name) ?? findWords(words.names, row.name) ?? words.names.other;
  const waitsForRetry = row.state === "waiting" && row.fault !== null;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 px-4 py-3 sm:flex-nowrap sm:px-6">
      <div className="min-w-0 flex-1 basis-full sm:basis-auto">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{name}</span>
          {row.about && (
            <span className="min-w-0 break-words text-ink-soft">
              <OwnWords>{row.about}</OwnWords>
            </span>
          )}
          <Badge tone={waitsForRetry ? "warn" : tones[row.state]}>
            {waitsForRetry ? words.waitsForRetry : words.states[row.state]}
          </Badge>
        </p>
        {row.fault && <p className="mt-1">{faults[row.fault]}</p>}
        <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-ink-soft">
          {row.state === "running" && row.progress && (
            <span className="tabular-nums">{words.progress(row.progress.done, row.progress.total)}</span>
          )}
          <JobTime row={row} />
          {row.dueAt && waitsForRetry && <RelativeTime value={row.dueAt} sentence={words.nextTry} />}
          {row.attempts > 1 && <span>{words.tries(row.attempts)}</span>}
        </p>
      </div>
      {(row.state === "failed" || waitsForRetry) && (
        <form action={formAction}>
          <input type="hidden" name="jobId" value={row.id} />
          <SubmitButton variant="secondary" size="small" aria-label={words.retryLabel(name)}>
            {words.retry}
          </SubmitButton>
        </form>
      )}
    </li>
  );
}

function JobTime({ row: { state, createdAt, startedAt, endedAt } }: { row: JobItemRow }) {
  const { jobs: words } = useDashboardCatalog();
  if (endedAt && (state === "done" || state === "failed"))
    return <RelativeTime value={endedAt} sentence={words.ended} />;
  if (startedAt && state === "running") return <RelativeTime value={startedAt} sentence={words.started} />;
  return <RelativeTime value={createdAt} sentence={words.enqueued} />;
}
