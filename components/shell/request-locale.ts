import { cookies } from "next/headers";
import { type Locale, parseLocale } from "@/lib/i18n/locale";

/** The locale of the request at hand: its `locale` cookie, else zh-TW. */
export async function getRequestLocale(): Promise<Locale> {
  return parseLocale((await cookies()).get("locale")?.value);
}
