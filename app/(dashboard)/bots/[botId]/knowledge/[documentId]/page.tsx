import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BackLink } from "@/components/knowledge/back-link";
import { DeleteDocumentButton } from "@/components/knowledge/delete-document-button";
import { DocumentForm } from "@/components/knowledge/document-form";
import { EmbeddingNotice } from "@/components/knowledge/embedding-notice";
import { FromChats } from "@/components/knowledge/from-chats";
import { DocumentPower } from "@/components/knowledge/organise/document-power";
import { DocumentTags } from "@/components/knowledge/organise/document-tags";
import { VersionList } from "@/components/knowledge/version-list";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { TagMarks } from "@/components/tags/tag-marks";
import { Card } from "@/components/ui/card";
import { FreshStart } from "@/components/ui/form/fresh-start";
import { Notice } from "@/components/ui/notice";
import { OwnWords } from "@/components/ui/text/own-words";
import { textLinkClass } from "@/components/ui/text-link-class";
import { FlashNotice } from "@/components/ui/toast/flash-notice";
import { botPaths } from "@/lib/bots/bot-paths";
import { listChatAnswers } from "@/lib/conversations/answers/list-chat-answers";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { getDocument } from "@/lib/knowledge/documents/get-document";
import { listDocumentTags } from "@/lib/knowledge/documents/organise/list-document-tags";
import { listDocumentVersions } from "@/lib/knowledge/documents/versions/list-document-versions";
import { embeddingState } from "@/lib/knowledge/embedding/embedding-state";
import { countFindings } from "@/lib/knowledge/findings/count-findings";
import { languageOf } from "@/lib/language/language-of";
import { getActor } from "@/lib/session/current-actor";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { botPageTitle } from "../../bot-page-title";
import { requirePageBot } from "../../require-page-bot";
import {
  changeDocumentsAction,
  deleteDocumentAction,
  restoreDocumentAction,
  restoreVersionAction,
  updateDocumentAction,
} from "../actions";

type DocumentPageProps = {
  params: Promise<{ botId: string; documentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: DocumentPageProps): Promise<Metadata> {
  const { botId, documentId } = await params;
  const document = (await getActor()) && (await readDocument(botId, documentId));
  const title = document?.title ?? getCatalog(await getRequestLocale()).knowledge.editor.editTitle;
  return { title: await botPageTitle(params, title) };
}

/** One read for the page and its title. */
const readDocument = cache(async (botId: string, documentId: string) =>
  getDocument(await requirePageActor(), { botId, documentId }),
);

export default async function DocumentPage({ params, searchParams }: DocumentPageProps) {
  const { ctx, bot } = await requirePageBot(params, "knowledge.read");
  const { documentId } = await params;
  const document = await readDocument(bot.id, documentId);
  if (!document) notFound();
  const [versions, fromChats, knownTags, found] = await Promise.all([
    listDocumentVersions(ctx, { botId: bot.id, documentId }),
    listChatAnswers(ctx, documentId),
    listDocumentTags(ctx, { botId: bot.id }),
    countFindings(ctx, { botId: bot.id, documentId }),
  ]);
  const locale = await getRequestLocale();
  const words = getCatalog(locale).knowledge;
  const canWrite = can(ctx.actor, "knowledge.write");
  const { created, restored, answer } = await searchParams;
  const isNew = created !== undefined && document.number === 1;
  const isRestored = restored === String(document.number);
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_300px]">
      <div className="flex min-w-0 flex-col gap-4">
        <header className="flex flex-wrap items-end justify-between gap-4">
          <div className="min-w-0">
            <BackLink href={botPaths(bot.id).knowledge} label={words.back} />
            <h2 lang={languageOf(document.title)} className="text-lg">
              {document.title}
            </h2>
            <p className="text-sm text-ink-soft">
              {[
                words.versions.number(document.number),
                words.length(document.characterCount),
                words.passages(document.passageCount),
              ].join(" · ")}
            </p>
            {document.passageCount > 0 && (
              <p className="text-sm">
                <Link
                  href={botPaths(bot.id).passages(documentId)}
                  className={`${textLinkClass} inline-block py-0.5`}
                >
                  {words.seen.open}
                </Link>
              </p>
            )}
            {document.file && (
              <p className="text-sm">
                <Link
                  href={botPaths(bot.id)[document.file.pageId ? "web" : "file"](document.file.sourceId)}
                  className={`${textLinkClass} inline-block py-0.5 break-words`}
                >
                  <OwnWords>
                    {(document.file.pageId ? words.web : words.files).from(document.file.name)}
                  </OwnWords>
                </Link>
              </p>
            )}
          </div>
          {canWrite && (
            <div className="flex flex-wrap gap-2">
              <DocumentPower
                botId={bot.id}
                documentId={documentId}
                isOff={document.isOff}
                action={changeDocumentsAction}
              />
              <DeleteDocumentButton
                botId={bot.id}
                documentId={documentId}
                title={document.title}
                actions={{ remove: deleteDocumentAction, restore: restoreDocumentAction }}
              />
            </div>
          )}
        </header>
        {document.isOff && <Notice tone="warn">{words.organise.offHelp}</Notice>}
        <EmbeddingNotice
          state={embeddingState(document, env().OPENAI_EMBEDDING_MODEL)}
          fault={document.vectorFault}
          locale={locale}
        />
        {found.count > 0 && (
          <Notice tone="warn">
            {words.findings.notice(found.count)}{" "}
            <Link href={botPaths(bot.id).findings(documentId)} className={textLinkClass}>
              {words.findings.open}
            </Link>
          </Notice>
        )}
        {isNew && (
          <FlashNotice key="created" flag="created" until="input" tone="good">
            {words.editor.saved}
          </FlashNotice>
        )}
        {answer !== undefined && (
          <FlashNotice key={`answer:${document.number}`} flag="answer" until="input" tone="good">
            {words.answers.saved}
          </FlashNotice>
        )}
        {isRestored && (
          <FlashNotice key={restored} flag="restored" until="input" tone="good">
            {words.versions.restored(document.number)}
          </FlashNotice>
        )}
        {canWrite ? (
          // A restored version comes with an address of its own, and with it the form starts anew.
          <FreshStart by={typeof restored === "string" ? restored : undefined}>
            <DocumentForm
              botId={bot.id}
              document={{ id: documentId, number: document.number }}
              text={{ title: document.title, content: document.content }}
              isOff={document.isOff}
              update={updateDocumentAction}
            />
          </FreshStart>
        ) : (
          <Card>
            <p lang={languageOf(document.content)} className="whitespace-pre-wrap">
              {document.content}
            </p>
          </Card>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        {canWrite ? (
          <Card>
            <DocumentTags
              botId={bot.id}
              documentId={documentId}
              names={document.tags}
              known={knownTags}
              action={changeDocumentsAction}
            />
          </Card>
        ) : (
          <TagMarks names={document.tags} />
        )}
        <FromChats answers={fromChats} />
        <VersionList
          botId={bot.id}
          documentId={documentId}
          versions={versions.map(({ createdAt, ...version }) => ({
            ...version,
            createdAt: createdAt.toISOString(),
          }))}
          isOff={document.isOff}
          action={canWrite ? restoreVersionAction : undefined}
        />
      </div>
    </div>
  );
}
