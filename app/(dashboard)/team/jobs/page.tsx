import type { Metadata } from "next";
import { JobList } from "@/components/jobs/job-list";
import { RefreshWhile } from "@/components/jobs/refresh-while";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { TeamTabs } from "@/components/team/team-tabs";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { type JobRow, listJobs } from "@/lib/jobs/list-jobs";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { retryJobAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getCatalog(await getRequestLocale()).jobs.title };
}

export default async function JobsPage() {
  const ctx = await requirePageActor("team.manage");
  const [locale, lists] = await Promise.all([getRequestLocale(), listJobs(ctx)]);
  const { jobs: words } = getCatalog(locale);
  const isEmpty = Object.values(lists).every(({ count }) => count === 0);
  return (
    <>
      <PageHeader title={words.title} description={words.description} />
      <TeamTabs locale={locale} />
      <RefreshWhile isMoving={lists.open.count > 0} />
      {isEmpty ? (
        <Card isFlush>
          <EmptyState>{words.none}</EmptyState>
        </Card>
      ) : (
        <div className="flex flex-col gap-6">
          {(["failed", "open", "done"] as const).map((part) => {
            const { rows, count } = lists[part];
            if (count === 0 && part !== "open") return null;
            const description = rows.length < count ? words.shownOf(rows.length, count) : words.count(count);
            return (
              <Card
                key={part}
                title={words.parts[part]}
                description={count > 0 ? description : undefined}
                isFlush
              >
                {count === 0 ? (
                  <p className="px-4 py-4 text-ink-soft sm:px-6">{words.nothingOpen}</p>
                ) : (
                  <JobList rows={rows.map(toItem)} retry={retryJobAction} />
                )}
              </Card>
            );
          })}
        </div>
      )}
    </>
  );
}

function toItem({ createdAt, startedAt, endedAt, dueAt, ...row }: JobRow) {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    dueAt: dueAt?.toISOString() ?? null,
  };
}
