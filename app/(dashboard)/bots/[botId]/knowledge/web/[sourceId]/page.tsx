import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { RefreshWhile } from "@/components/jobs/refresh-while";
import { BackLink } from "@/components/knowledge/back-link";
import { ColumnsForm } from "@/components/knowledge/files/columns-form";
import { EncodingForm } from "@/components/knowledge/files/encoding-form";
import { FileButton } from "@/components/knowledge/files/file-button";
import { fileFault } from "@/components/knowledge/files/file-fault";
import { FilePreview } from "@/components/knowledge/files/file-preview";
import { SourceHead } from "@/components/knowledge/source-head";
import { PageList } from "@/components/knowledge/web/page-list";
import { ScheduleForm } from "@/components/knowledge/web/schedule-form";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { RefreshCw, Trash2 } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { OwnWords } from "@/components/ui/text/own-words";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { textLinkClass } from "@/components/ui/text-link-class";
import { botPaths } from "@/lib/bots/bot-paths";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { getSource } from "@/lib/knowledge/sources/get-source";
import { listPages } from "@/lib/knowledge/web/list-pages";
import { listPagesInput } from "@/lib/knowledge/web/web-input";
import { getActor } from "@/lib/session/current-actor";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { botPageTitle } from "../../../bot-page-title";
import { requirePageBot } from "../../../require-page-bot";
import {
  checkSourceAction,
  choosePageAction,
  publishSourceAction,
  readAgainAction,
  removeAddressAction,
  setScheduleAction,
  wantPartAction,
} from "../../actions";

type WebPageProps = {
  params: Promise<{ botId: string; sourceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: WebPageProps): Promise<Metadata> {
  const { botId, sourceId } = await params;
  const source = (await getActor()) && (await readSource(botId, sourceId, null));
  const words = getCatalog(await getRequestLocale()).knowledge.web;
  return { title: await botPageTitle(params, source?.name ?? words.title) };
}

/** One read for the page and its title. */
const readSource = cache(async (botId: string, sourceId: string, pageId: string | null) =>
  getSource(await requirePageActor(), { botId, sourceId, pageId }),
);

/** A page of the web or a site: how far it is, its pages, what was read, and how often it is looked at. */
export default async function WebPage({ params, searchParams }: WebPageProps) {
  const { ctx, bot } = await requirePageBot(params, "knowledge.read");
  const { sourceId } = await params;
  const { look, page } = await searchParams;
  const pageId = [look].flat()[0] ?? null;
  const source = await readSource(bot.id, sourceId, pageId);
  if (!source) notFound();
  if (source.address === null) redirect(botPaths(bot.id).file(sourceId));
  const locale = await getRequestLocale();
  const { web: words, files } = getCatalog(locale).knowledge;
  const canWrite = can(ctx.actor, "knowledge.write");
  const fields = { botId: bot.id, sourceId };
  const isSite = source.origin === "site";
  const asked = listPagesInput.parse({ ...fields, page: [page].flat()[0] });
  const pages = isSite ? await listPages(ctx, asked) : null;
  const fault = source.fault === null ? null : fileFault(locale, source.fault);
  const isUnderWay = ["queued", "reading", "indexing"].includes(source.state);
  const isPublished = source.publishedAt !== null;
  const isLook = pageId !== null;
  const columns = source.sheet;
  return (
    <div className="flex max-w-[45rem] flex-col gap-4">
      <RefreshWhile isMoving={isUnderWay} />
      <SourceHead
        source={source}
        locale={locale}
        back={{ href: botPaths(bot.id).knowledge, label: files.back }}
        address={
          <a
            href={source.address}
            target="_blank"
            rel="noreferrer noopener"
            translate="no"
            className={`${textLinkClass} [overflow-wrap:anywhere]`}
          >
            {source.address}
          </a>
        }
        facts={
          <>
            <OwnWords>{words.addedBy(source.authorName)}</OwnWords>
            {source.checkedAt && (
              <span>
                {words.checked} <RelativeTime value={source.checkedAt.toISOString()} />
              </span>
            )}
          </>
        }
        buttons={
          canWrite && (
            <>
              <FileButton
                {...{
                  fields,
                  action: removeAddressAction,
                  done: words.removed,
                  pendingLabel: words.removing,
                }}
                variant="secondary"
                icon={<Trash2 aria-hidden className="size-4" />}
              >
                {words.remove}
              </FileButton>
              {!isUnderWay && (
                <FileButton
                  {...{
                    fields,
                    action: checkSourceAction,
                    done: words.checkQueued,
                    pendingLabel: words.checking,
                  }}
                  variant="secondary"
                  icon={<RefreshCw aria-hidden className="size-4" />}
                >
                  {words.check}
                </FileButton>
              )}
              {source.state === "read" && (
                <FileButton
                  {...{ fields, action: publishSourceAction, done: files.published }}
                  pendingLabel={files.publishing}
                >
                  {isSite && !isLook ? words.publishAll(source.partCount) : words.publish}
                </FileButton>
              )}
            </>
          )
        }
      />
      {fault && (
        <Notice tone={source.state === "failed" ? "bad" : "warn"}>
          {fault.text} {isPublished && words.keepsAnswering}
        </Notice>
      )}
      {isUnderWay && !isPublished && <Notice>{words.waiting}</Notice>}
      {canWrite && !isLook && (
        <ScheduleForm {...fields} schedule={source.schedule} action={setScheduleAction} />
      )}
      {canWrite && !isSite && source.type === "html" && source.state === "read" && !isPublished && (
        <EncodingForm {...fields} encoding={source.encoding} action={readAgainAction} />
      )}
      {canWrite && !isSite && columns && source.state === "read" && !isPublished && (
        <ColumnsForm
          key={JSON.stringify([columns, source.columns])}
          {...fields}
          columns={columns}
          mapping={source.columns}
          action={readAgainAction}
        />
      )}
      {pages && !isLook && (
        <PageList
          {...{ fields, locale, page: asked.page, list: pages }}
          choose={canWrite ? choosePageAction : null}
        />
      )}
      {isLook && <BackLink href={botPaths(bot.id).web(sourceId)} label={words.list} />}
      <FilePreview
        botId={bot.id}
        file={isSite && !isLook ? { ...source, parts: [], partCount: 0, documents: [] } : source}
        locale={locale}
        want={canWrite ? wantPartAction : null}
      />
    </div>
  );
}
