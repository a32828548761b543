"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, use, useMemo } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { createWords } from "@/components/ui/words/create-words";
import { LocaleContext } from "@/components/ui/words/locale-provider";
import type { BotPagesCatalog } from "@/lib/i18n/catalog/zh-TW/bot-pages";
import type { CoreCatalog } from "@/lib/i18n/catalog/zh-TW/core";
import type { DashboardCatalog } from "@/lib/i18n/catalog/zh-TW/dashboard";

export const BotContext = createContext<(CoreCatalog & DashboardCatalog & BotPagesCatalog) | null>(null);

const words = createWords<BotPagesCatalog>();

/** As in LocaleProvider. */
const loaders = {
  "zh-TW": dynamic(() =>
    import("@/lib/i18n/catalog/zh-TW/bot-pages").then(({ botPages }) => words.give("zh-TW", botPages)),
  ),
  en: dynamic(() =>
    import("@/lib/i18n/catalog/en/bot-pages").then(({ botPages }) => words.give("en", botPages)),
  ),
};

/** Gives the pages of bots their words besides those of every page of the dashboard. */
export function BotWords({ children }: { children: ReactNode }) {
  const Loader = loaders[use(LocaleContext).locale];
  return (
    <>
      <Loader />
      <Catalog>{children}</Catalog>
    </>
  );
}

function Catalog({ children }: { children: ReactNode }) {
  const dashboard = useDashboardCatalog();
  const own = use(words.read(use(LocaleContext).locale));
  const catalog = useMemo(() => ({ ...dashboard, ...own }), [dashboard, own]);
  return <BotContext value={catalog}>{children}</BotContext>;
}
