"use client";

import dynamic from "next/dynamic";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { createWords } from "@/components/ui/words/create-words";
import { createWordsFrame } from "@/components/ui/words/create-words-frame";
import type { BotPagesCatalog } from "@/lib/i18n/catalog/zh-TW/bot-pages";

const words = createWords<BotPagesCatalog>();

const frame = createWordsFrame(useDashboardCatalog, words.read, {
  "zh-TW": dynamic(() =>
    import("@/lib/i18n/catalog/zh-TW/bot-pages").then(({ botPages }) => words.give("zh-TW", botPages)),
  ),
  en: dynamic(() =>
    import("@/lib/i18n/catalog/en/bot-pages").then(({ botPages }) => words.give("en", botPages)),
  ),
});

export const BotContext = frame.Context;

/** Gives the pages of bots their words besides those of every page of the dashboard. */
export const BotWords = frame.Frame;
