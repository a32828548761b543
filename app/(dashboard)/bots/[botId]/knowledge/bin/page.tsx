import type { Metadata } from "next";
import { BinList } from "@/components/bin/bin-list";
import { BackLink } from "@/components/knowledge/back-link";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { botPaths } from "@/lib/bots/bot-paths";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { listDeletedDocuments } from "@/lib/knowledge/documents/list-deleted-documents";
import { botPageTitle } from "../../bot-page-title";
import { requirePageBot } from "../../require-page-bot";
import { purgeDocumentAction, restoreDocumentAction } from "../actions";

type DocumentBinPageProps = { params: Promise<{ botId: string }> };

export async function generateMetadata({ params }: DocumentBinPageProps): Promise<Metadata> {
  const { bin, knowledge } = getCatalog(await getRequestLocale());
  return { title: await botPageTitle(params, `${bin.title} · ${knowledge.title}`) };
}

export default async function DocumentBinPage({ params }: DocumentBinPageProps) {
  const { ctx, bot } = await requirePageBot(params, "knowledge.write");
  const [locale, deleted] = await Promise.all([
    getRequestLocale(),
    listDeletedDocuments(ctx, { botId: bot.id }),
  ]);
  const { bin, knowledge } = getCatalog(locale);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <BackLink href={botPaths(bot.id).knowledge} label={knowledge.back} />
        <h2 className="text-lg">{bin.title}</h2>
        <p className="max-w-form text-ink-soft">{bin.documentsDescription}</p>
      </div>
      <BinList
        items={deleted.map(({ id, title, deletedAt, purgeAt }) => ({
          id,
          name: title,
          deletedAt: deletedAt.toISOString(),
          purgeAt: purgeAt.toISOString(),
          fields: { botId: bot.id, documentId: id },
        }))}
        empty={bin.documentsEmpty}
        purgeWarning={bin.purgeDocument}
        restore={restoreDocumentAction}
        purge={can(ctx.actor, "bin.purge") ? purgeDocumentAction : undefined}
      />
    </div>
  );
}
