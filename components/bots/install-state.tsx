import { CircleCheck, CircleDashed } from "@/components/ui/icons";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { isSeenElsewhere } from "./is-seen-elsewhere";

type InstallStateProps = {
  bot: { widgetLastSeenAt: Date | null; widgetLastDomain: string | null };
  baseUrl: string;
  locale: Locale;
};

/** Whether the widget was seen on a page, where, and when last. */
export function InstallState({ bot, baseUrl, locale }: InstallStateProps) {
  const { bots, common } = getCatalog(locale);
  const { install } = bots;
  if (!bot.widgetLastSeenAt) {
    return (
      <p className="flex items-start gap-2">
        <CircleDashed aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-soft" />
        {install.notSeen}
      </p>
    );
  }
  const isOnlyHere = bot.widgetLastDomain !== null && !isSeenElsewhere(bot, baseUrl);
  const [Icon, tone] = isOnlyHere ? [CircleDashed, "text-ink-soft"] : [CircleCheck, "text-good"];
  return (
    <p className="flex items-start gap-2">
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${tone}`} />
      <span>
        {isOnlyHere
          ? install.seenHere
          : bot.widgetLastDomain
            ? install.seen(bot.widgetLastDomain)
            : install.seenWithoutDomain}
        <span className="block text-sm text-ink-soft">
          {install.lastSeen}
          {common.colon}
          <RelativeTime value={bot.widgetLastSeenAt.toISOString()} />
        </span>
      </span>
    </p>
  );
}
