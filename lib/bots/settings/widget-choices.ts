/** The languages the widget speaks by itself; "" in a bot's settings follows the page. */
export const widgetLocales = ["zh-TW", "zh-CN", "en", "ja"] as const;
export type WidgetLocale = (typeof widgetLocales)[number];

export const widgetThemes = ["auto", "light", "dark"] as const;

/** The most quick questions of a bot, and how many code points each may have. */
export const suggestionLimits = { count: 4, length: 60 } as const;

/** A stored locale of the widget; "", which follows the page, for anything else. */
export function parseWidgetLocale(text: string): WidgetLocale | "" {
  return widgetLocales.find((locale) => locale === text) ?? "";
}
