import { use } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { AlarmClock } from "@/components/ui/icons";
import { useExactTime } from "@/components/ui/text/use-exact-time";
import { LocaleContext } from "@/components/ui/words/locale-provider";
import { formatUntil } from "./format-until";

/** When a snoozed chat comes back (ms), in the viewer's zone, which the server doesn't know. */
export function SnoozedUntil({ until }: { until: number }) {
  const { locale } = use(LocaleContext);
  const words = useDashboardCatalog().chats.snooze;
  const exact = useExactTime(until);
  return (
    <span className="inline-flex shrink-0 items-center gap-1 rounded-full bg-surface-2 px-2 text-sm text-ink">
      <AlarmClock aria-hidden className="size-3.5 text-ink-soft" />
      <time
        dateTime={new Date(until).toISOString()}
        title={exact}
        translate="no"
        className="min-w-[12ch] whitespace-nowrap"
      >
        {exact === undefined ? "\u00a0" : words.until(formatUntil(until, locale))}
      </time>
    </span>
  );
}
