import { Notice } from "@/components/ui/notice";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";

type CeilingNoticeProps = {
  /** How many messages the bot answers; null where there is no limit. */
  perMinute: number | null;
  perDay: number | null;
  locale: Locale;
};

/** Says that visitors were refused lately since too many wrote, and what can be done. */
export function CeilingNotice({ perMinute, perDay, locale }: CeilingNoticeProps) {
  const { ceiling } = getCatalog(locale).bots;
  const limits = [
    perMinute === null ? [] : ceiling.perMinute(perMinute.toLocaleString(locale)),
    perDay === null ? [] : ceiling.perDay(perDay.toLocaleString(locale)),
  ].flat();
  return (
    <Notice tone="warn">
      {ceiling.was(new Intl.ListFormat(locale).format(limits))} {ceiling.whatToDo}
    </Notice>
  );
}
