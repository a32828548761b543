import type { Metadata } from "next";
import Link from "next/link";
import { RefreshWhile } from "@/components/jobs/refresh-while";
import { AskBox } from "@/components/knowledge/ask-box";
import { toDocumentRow } from "@/components/knowledge/document-row";
import { DocumentTable } from "@/components/knowledge/document-table";
import { FileButton } from "@/components/knowledge/files/file-button";
import { FileCard } from "@/components/knowledge/files/file-card";
import { FileList } from "@/components/knowledge/files/file-list";
import { DocumentFilters } from "@/components/knowledge/organise/document-filters";
import { AddAddressForm } from "@/components/knowledge/web/add-address-form";
import { AddressList } from "@/components/knowledge/web/address-list";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { ButtonLink } from "@/components/ui/button/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus, RefreshCw, Trash2, TriangleAlert } from "@/components/ui/icons";
import { PageLinks } from "@/components/ui/page-links";
import { OwnWords } from "@/components/ui/text/own-words";
import { textLinkClass } from "@/components/ui/text-link-class";
import { botPaths } from "@/lib/bots/bot-paths";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { listDocuments, listDocumentsInput } from "@/lib/knowledge/documents/list-documents";
import { isNarrowed, writeDocumentQuery } from "@/lib/knowledge/documents/organise/document-query";
import { countFindings } from "@/lib/knowledge/findings/count-findings";
import { listSources } from "@/lib/knowledge/sources/list-sources";
import { botPageTitle } from "../bot-page-title";
import { requirePageBot } from "../require-page-bot";
import {
  addAddressAction,
  askKnowledgeAction,
  changeDocumentsAction,
  checkSourceAction,
  deleteDocumentAction,
  publishSourceAction,
  publishSourcesAction,
  readAgainAction,
  removeSourceAction,
  restoreDocumentAction,
  retrySourcesAction,
} from "./actions";

type KnowledgePageProps = {
  params: Promise<{ botId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** With fewer nobody needs to sort or filter. */
const fewDocuments = 5;

export async function generateMetadata({ params }: KnowledgePageProps): Promise<Metadata> {
  return { title: await botPageTitle(params, getCatalog(await getRequestLocale()).knowledge.title) };
}

export default async function KnowledgePage({ params, searchParams }: KnowledgePageProps) {
  const { ctx, bot } = await requirePageBot(params, "knowledge.read");
  const locale = await getRequestLocale();
  const { knowledge: words, common, bin } = getCatalog(locale);
  const to = botPaths(bot.id);
  const { ask, ...address } = await searchParams;
  const given = Object.entries(address).map(([name, value]) => [name, [value].flat()[0]] as const);
  const input = listDocumentsInput.parse({ ...Object.fromEntries(given), botId: bot.id });
  const { query } = input;
  const { documents, matchCount, totalCount, offCount, tags, pageSize, page } = await listDocuments(
    ctx,
    input,
  );
  const offersFilters =
    isNarrowed(query) || query.sort !== "changed" || totalCount > fewDocuments || tags.length + offCount > 0;
  const found = await countFindings(ctx, { botId: bot.id });
  const canWrite = can(ctx.actor, "knowledge.write");
  const sources = canWrite ? await listSources(ctx, { botId: bot.id }) : [];
  const files = sources.filter(({ origin }) => origin === "file");
  const addresses = sources.filter(({ origin }) => origin !== "file");
  const toPublish = files.filter(({ state }) => state === "read").length;
  const failed = sources.filter(({ state }) => state === "failed");
  const retryAll = failed.length > 1 && (
    <FileButton
      action={retrySourcesAction}
      fields={{ botId: bot.id }}
      done={words.files.retried}
      icon={<RefreshCw aria-hidden className="size-4" />}
    >
      {words.files.retryAll(failed.length)}
    </FileButton>
  );
  const hasFailedFile = failed.some(({ origin }) => origin === "file");
  const lastPage = Math.max(1, Math.ceil(matchCount / pageSize));
  const pageHref = (other: number) => `?${writeDocumentQuery(query, other)}`;
  const create = canWrite && (
    <ButtonLink href={to.newDocument} variant="primary" icon={<Plus aria-hidden className="size-4" />}>
      {words.create}
    </ButtonLink>
  );
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_360px]">
      <RefreshWhile isMoving={sources.some(({ state }) => !["read", "ready", "failed"].includes(state))} />
      <div id="ask" className="min-w-0 scroll-mt-20 lg:col-start-2">
        <AskBox
          botId={bot.id}
          question={[ask].flat()[0]}
          hasDocuments={totalCount > 0}
          isPaused={!bot.enabled}
          hasModel={ctx.model !== null}
          showsSources={bot.showSources}
          action={askKnowledgeAction}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-start-1">
        {canWrite && (
          <FileCard
            botId={bot.id}
            actions={
              <>
                {hasFailedFile && retryAll}
                {toPublish > 1 && (
                  <FileButton
                    action={publishSourcesAction}
                    fields={{ botId: bot.id }}
                    done={words.files.published}
                    pendingLabel={words.files.publishing}
                  >
                    {words.files.publishAll(toPublish)}
                  </FileButton>
                )}
              </>
            }
          >
            <FileList
              botId={bot.id}
              files={files}
              locale={locale}
              actions={{
                publish: publishSourceAction,
                readAgain: readAgainAction,
                remove: removeSourceAction,
              }}
            />
          </FileCard>
        )}
        {canWrite && (
          <Card
            isFlush
            title={words.web.title}
            description={words.web.description}
            actions={!hasFailedFile && retryAll}
          >
            <AddAddressForm botId={bot.id} action={addAddressAction} />
            <AddressList
              botId={bot.id}
              addresses={addresses}
              locale={locale}
              actions={{ publish: publishSourceAction, check: checkSourceAction }}
            />
          </Card>
        )}
        <Card
          isFlush
          title={totalCount > 0 ? words.count(totalCount) : words.title}
          description={words.description}
          actions={
            <>
              {found.count > 0 && (
                <ButtonLink href={to.findings()} icon={<TriangleAlert aria-hidden className="size-4" />}>
                  {words.findings.link(found.count)}
                </ButtonLink>
              )}
              {canWrite && (
                <ButtonLink href={to.documentBin} icon={<Trash2 aria-hidden className="size-4" />}>
                  {bin.open}
                </ButtonLink>
              )}
              {totalCount > 0 && create}
            </>
          }
        >
          {totalCount === 0 ? (
            <EmptyState action={create}>{words.empty}</EmptyState>
          ) : (
            <>
              <div className="border-b border-line px-4 py-3 sm:px-6">
                <DocumentFilters path={to.knowledge} {...{ query, tags, offersFilters }} />
                {isNarrowed(query) && documents.length > 0 && (
                  <p className="mt-2 flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
                    {words.organise.matching(matchCount)}
                    <Link href={to.knowledge} className={`${textLinkClass} inline-block py-0.5`}>
                      {words.organise.showAll}
                    </Link>
                  </p>
                )}
              </div>
              {documents.length === 0 ? (
                <EmptyState
                  action={
                    <ButtonLink href={to.knowledge}>
                      {query.q === "" ? words.organise.showAll : common.clearSearch}
                    </ButtonLink>
                  }
                >
                  {query.q === "" ? words.organise.none : <OwnWords>{common.noMatches(query.q)}</OwnWords>}
                </EmptyState>
              ) : (
                <DocumentTable
                  botId={bot.id}
                  documents={documents.map((document) =>
                    toDocumentRow(document, env().OPENAI_EMBEDDING_MODEL),
                  )}
                  matching={writeDocumentQuery(query)}
                  {...{ matchCount, tags }}
                  actions={
                    canWrite
                      ? {
                          remove: deleteDocumentAction,
                          restore: restoreDocumentAction,
                          change: changeDocumentsAction,
                        }
                      : null
                  }
                />
              )}
              <PageLinks {...{ page, lastPage }} href={pageHref} words={words.pages} />
            </>
          )}
        </Card>
      </div>
    </div>
  );
}
