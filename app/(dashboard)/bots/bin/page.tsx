import type { Metadata } from "next";
import { BinList } from "@/components/bin/bin-list";
import { BotAvatar } from "@/components/bots/bot-avatar";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { PageHeader } from "@/components/ui/page-header";
import { listDeletedBots } from "@/lib/bots/list-deleted-bots";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { paths } from "@/lib/paths";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { purgeBotAction, restoreBotAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const { bin, bots } = getCatalog(await getRequestLocale());
  return { title: `${bin.title} · ${bots.list.title}` };
}

export default async function BotBinPage() {
  const ctx = await requirePageActor("bot.delete");
  const [locale, deleted] = await Promise.all([getRequestLocale(), listDeletedBots(ctx)]);
  const { bin, bots } = getCatalog(locale);
  return (
    <>
      <PageHeader
        title={bin.title}
        description={bin.botsDescription}
        back={{ href: paths.bots, label: bots.back }}
      />
      <BinList
        items={deleted.map(({ id, name, primaryColor, avatarUrl, deletedAt, purgeAt }) => ({
          id,
          name,
          picture: <BotAvatar color={primaryColor} imageUrl={avatarUrl} />,
          deletedAt: deletedAt.toISOString(),
          purgeAt: purgeAt.toISOString(),
          fields: { botId: id },
        }))}
        empty={bin.botsEmpty}
        purgeWarning={bin.purgeBot}
        restore={restoreBotAction}
        purge={can(ctx.actor, "bin.purge") ? purgeBotAction : undefined}
      />
    </>
  );
}
