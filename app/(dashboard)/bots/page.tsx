import type { Metadata } from "next";
import { BotCard } from "@/components/bots/bot-card";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { ButtonLink } from "@/components/ui/button/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus, Trash2 } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { listBots } from "@/lib/bots/list-bots";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { paths } from "@/lib/paths";
import { requirePageActor } from "@/lib/session/require-page-actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getCatalog(await getRequestLocale()).bots.list.title };
}

export default async function BotsPage() {
  const ctx = await requirePageActor("bot.read");
  const locale = await getRequestLocale();
  const { bin, bots: botWords } = getCatalog(locale);
  const words = botWords.list;
  const bots = await listBots(ctx);
  const create = can(ctx.actor, "bot.create") && (
    <ButtonLink href="/bots/new" variant="primary" icon={<Plus aria-hidden className="size-4" />}>
      {words.create}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          <>
            {can(ctx.actor, "bot.delete") && (
              <ButtonLink href={paths.botBin} icon={<Trash2 aria-hidden className="size-4" />}>
                {bin.open}
              </ButtonLink>
            )}
            {bots.length > 0 && create}
          </>
        }
      />
      {bots.length === 0 ? (
        <Card isFlush>
          <EmptyState action={create}>{words.empty}</EmptyState>
        </Card>
      ) : (
        <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {bots.map((bot) => (
            <BotCard key={bot.id} bot={bot} locale={locale} />
          ))}
        </ul>
      )}
    </>
  );
}
