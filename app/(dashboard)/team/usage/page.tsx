import type { Metadata } from "next";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { TeamTabs } from "@/components/team/team-tabs";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { textLinkClass } from "@/components/ui/text-link-class";
import { DayBars } from "@/components/usage/day-bars";
import { LimitList } from "@/components/usage/limit-list";
import { getUsage } from "@/lib/conversations/usage/get-usage";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import type { TeamPlan } from "@/lib/plans/limits-of";
import { requirePageActor } from "@/lib/session/require-page-actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getCatalog(await getRequestLocale()).usage.title };
}

export default async function UsagePage() {
  const ctx = await requirePageActor("team.manage");
  const [locale, usage] = await Promise.all([getRequestLocale(), getUsage(ctx)]);
  const { usage: words, offers } = getCatalog(locale);
  const { plan, used, days, months, timeZone } = usage;
  const count = (turns: number) => turns.toLocaleString(locale);
  // Days and months are names here: they belong to no time zone any more.
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  const sayMonth = (month: string) =>
    format({ year: "numeric", month: "long" }).format(new Date(`${month}-01`));
  const sayDay = format({ month: "short", day: "numeric" });
  const end = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone });
  const rows = (["messages", "bots", "documents", "characters", "seats"] as const).map((key) => ({
    ...{ key, what: words.limits[key], used: used[key], most: plan.limits[key] },
  }));
  return (
    <>
      <PageHeader title={words.title} description={words.description} />
      <TeamTabs locale={locale} />
      <div className="flex flex-col gap-6">
        <Card title={words.plan.title}>
          {usage.hasPlans ? (
            <>
              <p>
                <span className="font-medium">{offers.pricing.plans.names[plan.name]}</span>
                <span className="ml-2 text-ink-soft">{sayEnd(plan, words.plan, end)}</span>
              </p>
              <PlanContact words={words.plan} />
            </>
          ) : (
            <p className="text-ink-soft">{words.plan.none}</p>
          )}
        </Card>
        <Card title={words.limits.title}>
          <LimitList rows={rows} locale={locale} words={words.limits} />
        </Card>
        <Card
          title={words.month.title(sayMonth(usage.month))}
          description={words.month.description(timeZone)}
        >
          {days.some(({ turns }) => turns > 0) ? (
            <DayBars
              words={words.month}
              days={days.map(({ day, turns }) => ({
                ...{ day, turns, count: count(turns), shown: sayDay.format(new Date(day)) },
              }))}
            />
          ) : (
            <p className="text-ink-soft">{used.messages > 0 ? words.month.soon : words.month.none}</p>
          )}
        </Card>
        <Card title={words.months.title}>
          {months.length === 0 ? (
            <p className="text-ink-soft">{words.months.none}</p>
          ) : (
            <dl className="max-w-form divide-y divide-line">
              {months.map(({ month, turns }) => (
                <div key={month} className="flex justify-between gap-4 py-2 first:pt-0 last:pb-0">
                  <dt>{sayMonth(month)}</dt>
                  <dd className="tabular-nums">{count(turns)}</dd>
                </div>
              ))}
            </dl>
          )}
        </Card>
      </div>
    </>
  );
}

type PlanWords = ReturnType<typeof getCatalog>["usage"]["plan"];

function sayEnd({ until, isOver }: TeamPlan, words: PlanWords, format: Intl.DateTimeFormat): string {
  if (!until) return words.noEnd;
  const day = format.format(until.getTime() - 1);
  return isOver ? words.over(day) : words.until(day);
}

/** Who gives another plan, as far as the operator said. */
function PlanContact({ words }: { words: PlanWords }) {
  const { OPERATOR_CONTACT: contact, SITE } = env();
  const href = contact?.startsWith("https:") ? contact : `mailto:${contact}`;
  return (
    <p className="mt-2 text-ink-soft">
      {contact ? words.change : words.noContact}{" "}
      {contact && (
        <a href={href} className={textLinkClass}>
          {contact}
        </a>
      )}{" "}
      {SITE === "1" && (
        <a href={paths.pricing} className={textLinkClass}>
          {words.see}
        </a>
      )}
    </p>
  );
}
