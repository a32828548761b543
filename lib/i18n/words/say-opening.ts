import type { AnswerLanguage } from "./answer-words";

const words: Record<AnswerLanguage, { today: string; tomorrow: string }> = {
  "zh-TW": { today: "今天", tomorrow: "明天" },
  en: { today: "today", tomorrow: "tomorrow" },
  "zh-CN": { today: "今天", tomorrow: "明天" },
  ja: { today: "本日", tomorrow: "明日" },
  ko: { today: "오늘", tomorrow: "내일" },
};

/**
 * When it opens, by the clocks of its zone: 「明天 09:00」, "Tue, Dec 1 09:00 (Taipei Time)". The zone is named unless it
 * is what readers in Taiwan take for granted.
 * @param opensAt Unix milliseconds, as `now`
 */
export function sayOpening(language: AnswerLanguage, opensAt: number, zone: string, now: number): string {
  const shown = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: zone });
  const { today, tomorrow } = words[language];
  const days = dayOf(opensAt, zone) - dayOf(now, zone);
  const date =
    days === 0
      ? today
      : days === 1
        ? tomorrow
        : shown({
            month: language === "en" ? "short" : "numeric",
            day: "numeric",
            weekday: "short",
            ...(days > 300 && { year: "numeric" }),
          }).format(opensAt);
  const time = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(opensAt);
  const said = `${date} ${time}`;
  if (language === "zh-TW" && zone === "Asia/Taipei") return said;
  const name = shown({ timeZoneName: "longGeneric" })
    .formatToParts(opensAt)
    .find(({ type }) => type === "timeZoneName")?.value;
  if (!name) return said;
  return language === "en" ? `${said} (${name})` : `${said}（${name}）`;
}

/** Days since 1970-01-01, as the zone counts them. */
function dayOf(at: number, zone: string): number {
  const date = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}
