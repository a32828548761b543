"use client";

import { use, useSyncExternalStore } from "react";
import { LocaleContext } from "@/components/ui/words/locale-provider";

const tickMs = 15_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let clock = 0;

/**
 * The time (ms), kept true by one timer for the page. Server and hydration share the server's; the browser's takes
 * over.
 */
export function useNow(): number {
  const { renderedAt } = use(LocaleContext);
  return useSyncExternalStore(subscribeToClock, readClock, () => renderedAt);
}

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
