"use client";

import dynamic from "next/dynamic";
import { createWords } from "@/components/ui/words/create-words";
import { createWordsFrame } from "@/components/ui/words/create-words-frame";
import { useCatalog } from "@/components/ui/words/use-catalog";
import type { DashboardCatalog } from "@/lib/i18n/catalog/zh-TW/dashboard";

const words = createWords<DashboardCatalog>();

const frame = createWordsFrame(useCatalog, words.read, {
  "zh-TW": dynamic(() =>
    import("@/lib/i18n/catalog/zh-TW/dashboard").then(({ dashboard }) => words.give("zh-TW", dashboard)),
  ),
  en: dynamic(() =>
    import("@/lib/i18n/catalog/en/dashboard").then(({ dashboard }) => words.give("en", dashboard)),
  ),
});

export const DashboardContext = frame.Context;

/** Gives the dashboard's pages its words besides those of every page. */
export const DashboardWords = frame.Frame;
