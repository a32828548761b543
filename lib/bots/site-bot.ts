import { createHash } from "node:crypto";
import type { Ctx } from "@/lib/context";
import type { Locale } from "@/lib/i18n/locale";

/** Days without activity after which what was asked on the first page is deleted. */
export const siteBotRetentionDays = 30;

/** The team that the bots of the public site belong to. */
export const siteTeamId = idOf("team");

/** The bot of the public site's first page in that language, which `server/start/keep-site-bots.ts` makes. */
export function siteBotId(locale: Locale): string {
  return idOf(`bot ${locale}`);
}

/** The document that such a bot has of a group of questions, counted from 0. */
export function siteDocumentId(locale: Locale, group: number): string {
  return idOf(`document ${locale} ${group}`);
}

/** The widget token of that bot; null where there is none, or it was deleted or switched off. */
export async function getSiteBotToken({ db }: Pick<Ctx, "db">, locale: Locale): Promise<string | null> {
  const where = { id: siteBotId(locale), teamId: siteTeamId, deletedAt: null, enabled: true };
  const bot = await db.bot.findFirst({ where, select: { widgetToken: true } });
  return bot?.widgetToken ?? null;
}

/** The same id for the same name on every server: a UUID of version 8. */
function idOf(name: string): string {
  const hex = createHash("sha256").update(`dawen site ${name}`).digest("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join("-");
}
