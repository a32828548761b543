"use client";

import { use, useSyncExternalStore } from "react";
import { LocaleContext } from "./locale-provider";

type RelativeTimeProps = {
  /** An ISO 8601 time. */
  value: string;
  className?: string;
};

/** 「3 分鐘前」 that keeps itself true, with the exact time in the viewer's zone on hover. */
export function RelativeTime({ value, className }: RelativeTimeProps) {
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
  return (
    <time dateTime={value} title={exact} className={className}>
      {formatRelative(time.getTime(), now, locale)}
    </time>
  );
}

const steps = [
  { unit: "minute", ms: 60_000, until: 3_600_000 },
  { unit: "hour", ms: 3_600_000, until: 86_400_000 },
  { unit: "day", ms: 86_400_000, until: 30 * 86_400_000 },
  { unit: "month", ms: 30 * 86_400_000, until: 365 * 86_400_000 },
  { unit: "year", ms: 365 * 86_400_000, until: Number.POSITIVE_INFINITY },
] as const;

/** `time` and `now` in ms since the epoch. Under a minute, either way, is "now". */
export function formatRelative(time: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const difference = time - now;
  const distance = Math.abs(difference);
  if (distance < 60_000) return format.format(0, "second");
  const step = steps.find(({ until }) => distance < until) ?? steps[4];
  return format.format(Math.trunc(difference / step.ms), step.unit);
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
