"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, use } from "react";
import type { CoreCatalog } from "@/lib/i18n/catalog/zh-TW/core";
import { defaultLocale, type Locale } from "@/lib/i18n/locale";
import { createWords } from "./create-words";

/** The language of the page, and when (ms) the server rendered it: what hydration must repeat exactly. */
export const LocaleContext = createContext<{ locale: Locale; renderedAt: number }>({
  locale: defaultLocale,
  renderedAt: 0,
});

export const CatalogContext = createContext<CoreCatalog | null>(null);

const readWords = createWords<CoreCatalog>({
  "zh-TW": async () => (await import("@/lib/i18n/catalog/zh-TW/core")).core,
  en: async () => (await import("@/lib/i18n/catalog/en/core")).core,
});

/** Draws nothing: it has the page name the file of its words, so that the browser fetches it with the others. */
const preloads = {
  "zh-TW": dynamic(() => import("@/lib/i18n/catalog/zh-TW/core").then(() => Nothing)),
  en: dynamic(() => import("@/lib/i18n/catalog/en/core").then(() => Nothing)),
};

type LocaleProviderProps = { locale: Locale; renderedAt: number; children: ReactNode };

/** Gives client components the page's language and its words, of which the browser loads no other language's. */
export function LocaleProvider({ locale, renderedAt, children }: LocaleProviderProps) {
  const Preload = preloads[locale];
  return (
    <LocaleContext value={{ locale, renderedAt }}>
      <CatalogContext value={use(readWords(locale))}>{children}</CatalogContext>
      <Preload />
    </LocaleContext>
  );
}

function Nothing() {
  return null;
}
