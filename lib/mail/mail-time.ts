import type { Locale } from "@/lib/i18n/locale";

/** A moment as mails say it, with its zone: nobody knows where they are read. */
export function mailTime(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "long",
    timeZone: "Asia/Taipei",
  }).format(at);
}
