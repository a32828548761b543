import { en } from "./catalog/en";
import { type Catalog, zhTW } from "./catalog/zh-TW";
import type { Locale } from "./locale";

const catalogs: Record<Locale, Catalog> = { "zh-TW": zhTW, en };

export function getCatalog(locale: Locale): Catalog {
  return catalogs[locale];
}
