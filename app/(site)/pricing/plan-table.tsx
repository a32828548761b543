import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { arePlansOn } from "@/lib/plans/limits-of";
import { planNames, plans } from "@/lib/plans/plans";
import { ReferenceTable } from "../reference-table";
import { SiteList } from "../site-text";

const rows = ["bots", "messages", "documents", "characters", "seats"] as const;

/** The plans that this server holds teams to, or that it has none. */
export function PlanTable({ locale }: { locale: Locale }) {
  const words = getCatalog(locale).offers.pricing.plans;
  if (!arePlansOn()) return <p className="max-w-form text-ink-soft">{words.none}</p>;
  const say = (count: number | null, none: string) => count?.toLocaleString(locale) ?? none;
  const sayDays = (days: number | null, none: string) =>
    days === null ? none : words.daysOf(days.toLocaleString(locale));
  const row = (key: keyof typeof words.rows, cells: string[]) => ({
    key,
    cells: [words.rows[key], ...cells],
  });
  return (
    <>
      <p className="max-w-form text-ink-soft">{words.lead(String(plans.trial.days))}</p>
      <ReferenceTable
        caption={words.caption}
        columns={[words.limit, ...planNames.map((name) => words.names[name])]}
        hasHead
        rows={[
          row(
            "days",
            planNames.map((name) => sayDays(plans[name].days, words.noEnd)),
          ),
          ...rows.map((key) =>
            row(
              key,
              planNames.map((name) => say(plans[name].limits[key], words.noLimit)),
            ),
          ),
          row(
            "retentionDays",
            planNames.map((name) => sayDays(plans[name].limits.retentionDays, words.forever)),
          ),
        ]}
      />
      <SiteList items={words.notes} />
    </>
  );
}
