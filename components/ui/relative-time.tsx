"use client";

import { use, useSyncExternalStore } from "react";
import { formatRelative } from "./format-relative";
import { LocaleContext } from "./locale-provider";

type RelativeTimeProps = {
  /** An ISO 8601 time. */
  value: string;
  /** Puts the time into words around it, such as 「7 天後失效」. */
  sentence?: (time: string) => string;
  className?: string;
};

/** 「3 分鐘前」 that keeps itself true, with the exact time in the viewer's zone on hover. */
export function RelativeTime({ value, sentence, className = "" }: RelativeTimeProps) {
  const { locale, renderedAt } = use(LocaleContext);
  // Server and hydration share one clock; the browser's own takes over afterwards.
  const now = useSyncExternalStore(subscribeToClock, readClock, () => renderedAt);
  const isInBrowser = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
  const time = new Date(value);
  const exact = isInBrowser
    ? new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "medium" }).format(time)
    : undefined;
  const relative = formatRelative(time.getTime(), now, locale);
  return (
    <time dateTime={value} title={exact} className={`whitespace-nowrap ${className}`}>
      {sentence ? sentence(relative) : relative}
    </time>
  );
}

const tickMs = 15_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let clock = 0;

/** One timer for all times on the page. */
function subscribeToClock(listener: () => void): () => void {
  if (listeners.size === 0) {
    clock = Date.now();
    timer = setInterval(() => {
      clock = Date.now();
      for (const tell of listeners) tell();
    }, tickMs);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

function readClock(): number {
  if (Date.now() - clock > tickMs) clock = Date.now();
  return clock;
}

function subscribeToNothing(): () => void {
  return () => {};
}
