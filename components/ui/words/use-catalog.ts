"use client";

import { use } from "react";
import type { CoreCatalog } from "@/lib/i18n/catalog/zh-TW/core";
import { CatalogContext } from "./locale-provider";

/** The words of the page's language that every page has, for client components; server components call `getCatalog`. */
export function useCatalog(): CoreCatalog {
  const catalog = use(CatalogContext);
  if (!catalog) throw new Error("words are asked for outside of LocaleProvider");
  return catalog;
}
