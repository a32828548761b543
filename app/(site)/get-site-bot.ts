import { getSiteBotToken } from "@/lib/bots/site-bot";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locale";

/** The token of the bot that answers on the first page in that language; null where this server has none. */
export async function getSiteBot(locale: Locale): Promise<string | null> {
  if (env().SITE === "0" || env().SITE_BOT === "0") return null;
  return getSiteBotToken(await getContext(), locale);
}
