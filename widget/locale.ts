export type Locale = "zh-TW" | "zh-CN" | "en" | "ja";

/**
 * The first of the wishes (most wanted first) that we speak; Chinese that isn't Simplified is zh-TW, nothing at all
 * too.
 */
export function chooseLocale(wishes: (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    const [language, simplified] = /^(?:zh(-(?:hans|cn|sg)\b)?|en|ja)\b/.exec(`${wish}`.toLowerCase()) ?? [];
    if (language === "en" || language === "ja") return language;
    if (language) return simplified ? "zh-CN" : "zh-TW";
  }
  return "zh-TW";
}
