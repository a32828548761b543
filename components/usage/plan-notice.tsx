import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { textLinkClass } from "@/components/ui/text-link-class";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { paths } from "@/lib/paths";
import type { Standing } from "@/lib/plans/get-standing";

type PlanNoticeProps = { standing: Standing; hasUsage: boolean; locale: Locale };

/** What every page of the dashboard says of the plan, with the way to the usage for who may see it. */
export function PlanNotice({ standing, hasUsage, locale }: PlanNoticeProps) {
  const { notice } = getCatalog(locale).usage;
  const isStopped = standing.kind === "over" || standing.kind === "full";
  return (
    <div className="mb-4 print:hidden">
      <Notice
        tone={isStopped ? "bad" : "warn"}
        action={
          hasUsage ? (
            <Link href={paths.usage} className={`shrink-0 ${textLinkClass}`}>
              {notice.see}
            </Link>
          ) : undefined
        }
      >
        {say(standing, notice, locale)}
      </Notice>
    </div>
  );
}

type Words = ReturnType<typeof getCatalog>["usage"]["notice"];

function say(standing: Standing, words: Words, locale: Locale): string {
  if ("last" in standing)
    return words[standing.kind](
      new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: standing.timeZone }).format(
        standing.last,
      ),
    );
  const most = standing.most.toLocaleString(locale);
  return standing.kind === "full"
    ? words.full(most)
    : words.nearly(standing.used.toLocaleString(locale), most);
}
