"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, use, useMemo } from "react";
import { createWords } from "@/components/ui/create-words";
import { LocaleContext } from "@/components/ui/locale-provider";
import { useCatalog } from "@/components/ui/use-catalog";
import type { CoreCatalog } from "@/lib/i18n/catalog/zh-TW/core";
import type { DashboardCatalog } from "@/lib/i18n/catalog/zh-TW/dashboard";

export const DashboardContext = createContext<(CoreCatalog & DashboardCatalog) | null>(null);

const readWords = createWords<DashboardCatalog>({
  "zh-TW": async () => (await import("@/lib/i18n/catalog/zh-TW/dashboard")).dashboard,
  en: async () => (await import("@/lib/i18n/catalog/en/dashboard")).dashboard,
});

/** As in LocaleProvider. */
const preloads = {
  "zh-TW": dynamic(() => import("@/lib/i18n/catalog/zh-TW/dashboard").then(() => Nothing)),
  en: dynamic(() => import("@/lib/i18n/catalog/en/dashboard").then(() => Nothing)),
};

/** Gives the dashboard's pages its words besides those of every page. */
export function DashboardWords({ children }: { children: ReactNode }) {
  const { locale } = use(LocaleContext);
  const core = useCatalog();
  const words = use(readWords(locale));
  const catalog = useMemo(() => ({ ...core, ...words }), [core, words]);
  const Preload = preloads[locale];
  return (
    <DashboardContext value={catalog}>
      {children}
      <Preload />
    </DashboardContext>
  );
}

function Nothing() {
  return null;
}
