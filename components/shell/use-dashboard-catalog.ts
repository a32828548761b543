"use client";

import { use } from "react";
import type { CoreCatalog } from "@/lib/i18n/catalog/zh-TW/core";
import type { DashboardCatalog } from "@/lib/i18n/catalog/zh-TW/dashboard";
import { DashboardContext } from "./dashboard-words";

/** `useCatalog` with the words that only the dashboard has. */
export function useDashboardCatalog(): CoreCatalog & DashboardCatalog {
  const catalog = use(DashboardContext);
  if (!catalog) throw new Error("the dashboard's words are asked for outside of it");
  return catalog;
}
