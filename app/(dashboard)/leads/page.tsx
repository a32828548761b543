import type { Metadata } from "next";
import { LeadFilters } from "@/components/leads/lead-filters";
import { LeadTable } from "@/components/leads/lead-table";
import { RefreshWithLeads } from "@/components/leads/refresh-with-leads";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { buttonClass } from "@/components/ui/button/button-class";
import { ButtonLink } from "@/components/ui/button/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Download } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { listBots } from "@/lib/bots/list-bots";
import { readLeadQuery, writeLeadQuery } from "@/lib/conversations/leads/lead-query";
import { leadCursorInput, listLeads } from "@/lib/conversations/leads/list-leads";
import { maxLeadRows } from "@/lib/conversations/leads/write-leads";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { getDeskSettings } from "@/lib/teams/desk/get-desk-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getCatalog(await getRequestLocale()).leads.title };
}

type LeadsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const pageSize = 50;

export default async function LeadsPage({ searchParams }: LeadsPageProps) {
  const ctx = await requirePageActor("chat.read");
  const shown = await searchParams;
  const read = (name: string) => [shown[name]].flat()[0];
  const query = readLeadQuery(read);
  const before = leadCursorInput.safeParse(read("before")).data;
  const [locale, bots, { timeZone }, { leads, next }] = await Promise.all([
    getRequestLocale(),
    listBots(ctx),
    getDeskSettings(ctx),
    // A place in the address that can't be one is as if it weren't there.
    listLeads(ctx, { query, before, limit: pageSize }).catch(() =>
      listLeads(ctx, { query, limit: pageSize }),
    ),
  ]);
  const { leads: words } = getCatalog(locale);
  const asked = writeLeadQuery(query);
  const pathOf = (place?: string) =>
    `${paths.leads}?${new URLSearchParams([...new URLSearchParams(asked), ...(place ? [["before", place]] : [])])}`;
  const isAll = asked === "" && !before;
  return (
    <>
      <RefreshWithLeads />
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          (!isAll || leads.length > 0) && (
            <a href={`/api/leads?${asked}`} download className={buttonClass({ variant: "secondary" })}>
              <Download aria-hidden className="size-4" />
              {words.download}
            </a>
          )
        }
      />
      {isAll && leads.length === 0 ? (
        <Card isFlush>
          <EmptyState action={<ButtonLink href={paths.bots}>{words.toHours}</ButtonLink>}>
            {words.empty}
          </EmptyState>
        </Card>
      ) : (
        <div className="flex flex-col gap-4">
          <LeadFilters
            key={asked}
            locale={locale}
            query={query}
            bots={bots.map(({ id, name }) => ({ id, name }))}
            timeZone={timeZone}
          />
          <Card isFlush>
            {leads.length === 0 ? (
              <EmptyState action={<ButtonLink href={paths.leads}>{words.filters.clear}</ButtonLink>}>
                {words.none}
              </EmptyState>
            ) : (
              <LeadTable locale={locale} leads={leads} hasManyBots={bots.length > 1} />
            )}
          </Card>
          <nav aria-label={words.title} className="flex flex-wrap gap-3">
            {before && <ButtonLink href={pathOf()}>{words.first}</ButtonLink>}
            {next && <ButtonLink href={pathOf(`${next.at}.${next.id}`)}>{words.next}</ButtonLink>}
          </nav>
          <p className="max-w-form text-sm text-ink-soft">{words.downloadHelp(maxLeadRows)}</p>
        </div>
      )}
    </>
  );
}
