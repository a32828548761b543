"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, use, useMemo } from "react";
import { createWords } from "@/components/ui/words/create-words";
import { LocaleContext } from "@/components/ui/words/locale-provider";
import { useCatalog } from "@/components/ui/words/use-catalog";
import type { CoreCatalog } from "@/lib/i18n/catalog/zh-TW/core";
import type { DashboardCatalog } from "@/lib/i18n/catalog/zh-TW/dashboard";

export const DashboardContext = createContext<(CoreCatalog & DashboardCatalog) | null>(null);

const words = createWords<DashboardCatalog>();

/** As in LocaleProvider. */
const loaders = {
  "zh-TW": dynamic(() =>
    import("@/lib/i18n/catalog/zh-TW/dashboard").then(({ dashboard }) => words.give("zh-TW", dashboard)),
  ),
  en: dynamic(() =>
    import("@/lib/i18n/catalog/en/dashboard").then(({ dashboard }) => words.give("en", dashboard)),
  ),
};

/** Gives the dashboard's pages its words besides those of every page. */
export function DashboardWords({ children }: { children: ReactNode }) {
  const Loader = loaders[use(LocaleContext).locale];
  return (
    <>
      <Loader />
      <Catalog>{children}</Catalog>
    </>
  );
}

function Catalog({ children }: { children: ReactNode }) {
  const core = useCatalog();
  const dashboard = use(words.read(use(LocaleContext).locale));
  const catalog = useMemo(() => ({ ...core, ...dashboard }), [core, dashboard]);
  return <DashboardContext value={catalog}>{children}</DashboardContext>;
}
