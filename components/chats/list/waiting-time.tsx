import { use } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Hand } from "@/components/ui/icons";
import { formatDuration } from "@/components/ui/text/format-duration";
import { useExactTime } from "@/components/ui/text/use-exact-time";
import { useNow } from "@/components/ui/text/use-now";
import { LocaleContext } from "@/components/ui/words/locale-provider";

/** Says that a visitor waits for a person, and for how long, since `wantedAt` (ms). */
export function WaitingTime({ wantedAt }: { wantedAt: number }) {
  const { locale } = use(LocaleContext);
  const words = useDashboardCatalog().chats.list;
  const waited = formatDuration(useNow() - wantedAt, locale);
  return (
    <span className="inline-flex shrink-0 items-center gap-1 rounded-full border border-accent bg-accent-soft px-2 text-sm text-ink">
      <Hand aria-hidden className="size-3.5 text-accent" />
      <time
        dateTime={new Date(wantedAt).toISOString()}
        title={useExactTime(wantedAt)}
        translate="no"
        className="whitespace-nowrap"
      >
        {waited === null ? words.waiting : words.waitingFor(waited)}
      </time>
    </span>
  );
}
