"use client";

import { use } from "react";
import { LocaleContext } from "@/components/ui/words/locale-provider";
import { useExactTime } from "./use-exact-time";

const looks = {
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day: { dateStyle: "medium" },
  moment: { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" },
} as const;

type LocalTimeProps = {
  /** Unix milliseconds. */
  value: number;
  look: keyof typeof looks;
};

/**
 * A time in the viewer's zone, which the server doesn't know: it keeps the place, and the browser writes the time
 * there. The exact one on hover.
 */
export function LocalTime({ value, look }: LocalTimeProps) {
  const { locale } = use(LocaleContext);
  const exact = useExactTime(value);
  return (
    <time
      dateTime={new Date(value).toISOString()}
      title={exact}
      translate="no"
      className="inline-block min-w-[5ch] whitespace-nowrap"
    >
      {exact === undefined ? "\u00a0" : new Intl.DateTimeFormat(locale, looks[look]).format(value)}
    </time>
  );
}
