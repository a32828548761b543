"use client";

import { use } from "react";
import type { Catalog } from "@/lib/i18n/catalog/zh-TW";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { LocaleContext } from "./locale-provider";

/** The words of the page's language, for client components; server components call `getCatalog`. */
export function useCatalog(): Catalog {
  return getCatalog(use(LocaleContext).locale);
}
