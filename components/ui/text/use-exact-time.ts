"use client";

import { use } from "react";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { LocaleContext } from "@/components/ui/words/locale-provider";

/** A time (ms) with its day and seconds in the viewer's zone, for a title; undefined until the page has hydrated. */
export function useExactTime(time: number): string | undefined {
  const { locale } = use(LocaleContext);
  const isHydrated = useIsHydrated();
  if (!isHydrated) return undefined;
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "medium" }).format(time);
}
