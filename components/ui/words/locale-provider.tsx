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

const words = createWords<CoreCatalog>();

/**
 * Each loads a language's words; by `dynamic` the page names their file, so that the browser fetches it with the
 * others.
 */
const loaders = {
  "zh-TW": dynamic(() =>
    import("@/lib/i18n/catalog/zh-TW/core").then(({ core }) => words.give("zh-TW", core)),
  ),
  en: dynamic(() => import("@/lib/i18n/catalog/en/core").then(({ core }) => words.give("en", core))),
};

type LocaleProviderProps = { locale: Locale; renderedAt: number; children: ReactNode };

/** Gives client components the page's language and its words, of which the browser loads no other language's. */
export function LocaleProvider({ locale, renderedAt, children }: LocaleProviderProps) {
  const Loader = loaders[locale];
  return (
    <LocaleContext value={{ locale, renderedAt }}>
      <Loader />
      <Catalog>{children}</Catalog>
    </LocaleContext>
  );
}

function Catalog({ children }: { children: ReactNode }) {
  const { locale } = use(LocaleContext);
  return <CatalogContext value={use(words.read(locale))}>{children}</CatalogContext>;
}
