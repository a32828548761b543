"use client";

import { createContext, type ReactNode } from "react";
import { defaultLocale, type Locale } from "@/lib/i18n/locale";

/** The language of the page, and when (ms) the server rendered it: what hydration must repeat exactly. */
export const LocaleContext = createContext<{ locale: Locale; renderedAt: number }>({
  locale: defaultLocale,
  renderedAt: 0,
});

type LocaleProviderProps = { locale: Locale; renderedAt: number; children: ReactNode };

export function LocaleProvider({ locale, renderedAt, children }: LocaleProviderProps) {
  return <LocaleContext value={{ locale, renderedAt }}>{children}</LocaleContext>;
}
