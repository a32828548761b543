"use client";

import { use } from "react";
import { LocaleContext } from "@/components/ui/words/locale-provider";
import { formatRelative } from "./format-relative";
import { useExactTime } from "./use-exact-time";
import { useNow } from "./use-now";

type RelativeTimeProps = {
  /** An ISO 8601 time. */
  value: string;
  /** Puts the time into words around it, such as 「7 天後失效」. */
  sentence?: (time: string) => string;
  className?: string;
};

/** 「3 分鐘前」 that keeps itself true, with the exact time in the viewer's zone on hover. */
export function RelativeTime({ value, sentence, className = "" }: RelativeTimeProps) {
  const { locale } = use(LocaleContext);
  const now = useNow();
  const time = new Date(value).getTime();
  const relative = formatRelative(time, now, locale);
  return (
    <time
      dateTime={value}
      title={useExactTime(time)}
      translate="no"
      className={`whitespace-nowrap ${className}`}
    >
      {sentence ? sentence(relative) : relative}
    </time>
  );
}
