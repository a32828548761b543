import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { rowLinkClass } from "@/components/ui/data-table";
import { FileText, Globe } from "@/components/ui/icons";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { botPaths } from "@/lib/bots/bot-paths";
import type { BotListItem } from "@/lib/bots/list-bots";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { languageOf } from "@/lib/language/language-of";
import { BotAvatar } from "./bot-avatar";
import { BotStateBadge } from "./bot-state-badge";

/** A bot in the list: looks, state, documents, and where it was last seen. The whole card is its link. */
export function BotCard({ bot, locale }: { bot: BotListItem; locale: Locale }) {
  const { bots, knowledge } = getCatalog(locale);
  return (
    <li className="relative flex flex-col gap-4 rounded-card border border-line bg-surface p-4 transition-colors has-[a:hover]:border-edge">
      <div className="flex items-start gap-3">
        <BotAvatar color={bot.primaryColor} imageUrl={bot.avatarUrl} className="size-10" />
        <div className="min-w-0 flex-1">
          <h2 className="truncate">
            <Link href={botPaths(bot.id).root} lang={languageOf(bot.name)} className={rowLinkClass}>
              {bot.name}
            </Link>
          </h2>
          <p className="flex items-center gap-1.5 text-sm text-ink-soft">
            <svg aria-hidden="true" viewBox="0 0 8 8" className="size-2 shrink-0">
              <circle cx="4" cy="4" r="4" fill={bot.primaryColor} />
            </svg>
            <span className="sr-only">{bots.list.shownAs}</span>
            <span lang={languageOf(bot.botName)} className="truncate">
              {bot.botName}
            </span>
          </p>
        </div>
        <span className="flex flex-col items-end gap-1">
          <BotStateBadge isEnabled={bot.enabled} locale={locale} />
          {bot.modelFault && <Badge tone="bad">{bots.state.modelRefused}</Badge>}
        </span>
      </div>
      <dl className="mt-auto flex flex-col gap-1 border-t border-line pt-3 text-sm text-ink-soft [&_svg]:size-4 [&_svg]:shrink-0">
        <div className="flex items-center gap-2">
          <dt>
            <FileText aria-hidden />
            <span className="sr-only">{bots.list.columns.documents}</span>
          </dt>
          <dd>{knowledge.count(bot.documentCount)}</dd>
        </div>
        <div className="flex items-center gap-2">
          <dt>
            <Globe aria-hidden />
            <span className="sr-only">{bots.list.columns.lastSeen}</span>
          </dt>
          <dd className="flex min-w-0 gap-2">
            {bot.widgetLastSeenAt ? (
              <>
                {bot.widgetLastDomain && <span className="truncate text-ink">{bot.widgetLastDomain}</span>}
                <RelativeTime value={bot.widgetLastSeenAt.toISOString()} className="whitespace-nowrap" />
              </>
            ) : (
              bots.list.notInstalled
            )}
          </dd>
        </div>
      </dl>
    </li>
  );
}
