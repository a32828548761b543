import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { RefreshWhile } from "@/components/jobs/refresh-while";
import { ColumnsForm } from "@/components/knowledge/files/columns-form";
import { EncodingForm } from "@/components/knowledge/files/encoding-form";
import { FileButton } from "@/components/knowledge/files/file-button";
import { fileFault } from "@/components/knowledge/files/file-fault";
import { FilePreview } from "@/components/knowledge/files/file-preview";
import { ReplaceFile } from "@/components/knowledge/files/replace-file";
import { SourceHead } from "@/components/knowledge/source-head";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { buttonClass } from "@/components/ui/button/button-class";
import { RefreshCw, Trash2 } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { OwnWords } from "@/components/ui/text/own-words";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { botPaths } from "@/lib/bots/bot-paths";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { getAuthSecret } from "@/lib/identity/secret";
import { getPart } from "@/lib/knowledge/sources/get-part";
import { getSource } from "@/lib/knowledge/sources/get-source";
import { partInput } from "@/lib/knowledge/sources/source-input";
import { getActor } from "@/lib/session/current-actor";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { createFileLink } from "@/lib/storage/file-link";
import { botPageTitle } from "../../../bot-page-title";
import { requirePageBot } from "../../../require-page-bot";
import {
  correctPartAction,
  leaveSourceAction,
  publishSourceAction,
  readAgainAction,
  wantPartAction,
} from "../../actions";

type FilePageProps = {
  params: Promise<{ botId: string; sourceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const textTypes = ["csv", "html", "markdown", "text"];
/** The link to the original, drawn with the page. */
const linkMs = 60 * 60_000;

export async function generateMetadata({ params }: Pick<FilePageProps, "params">): Promise<Metadata> {
  const { botId, sourceId } = await params;
  const file = (await getActor()) && (await readSource(botId, sourceId));
  return {
    title: await botPageTitle(
      params,
      file?.name ?? getCatalog(await getRequestLocale()).knowledge.files.title,
    ),
  };
}

/** One read for the page and its title. */
const readSource = cache(async (botId: string, sourceId: string) =>
  getSource(await requirePageActor(), { botId, sourceId }),
);

/** A file that was handed in: how far it is, what was read of it, and what became of that. */
export default async function FilePage({ params, searchParams }: FilePageProps) {
  const { ctx, bot } = await requirePageBot(params, "knowledge.read");
  const { sourceId } = await params;
  const file = await readSource(bot.id, sourceId);
  if (!file) notFound();
  // Documents say where they come from without knowing its kind.
  if (file.fileId === null) redirect(botPaths(bot.id).web(sourceId));
  const locale = await getRequestLocale();
  const words = getCatalog(locale).knowledge.files;
  const canWrite = can(ctx.actor, "knowledge.write");
  const fault = file.fault === null ? null : fileFault(locale, file.fault);
  const fields = { botId: bot.id, sourceId };
  const edited = partInput.safeParse({ ...fields, ordinal: (await searchParams).edit });
  const canCorrect = canWrite && file.state === "read";
  const open = canCorrect && edited.success ? await getPart(ctx, edited.data) : null;
  const isUnderWay = file.state === "queued" || file.state === "reading" || file.state === "indexing";
  const isText = textTypes.includes(file.type ?? "");
  const link = createFileLink(await getAuthSecret(env()), file.fileId, new Date(Date.now() + linkMs));
  return (
    <div className="flex max-w-[45rem] flex-col gap-4">
      <RefreshWhile isMoving={isUnderWay} />
      <SourceHead
        source={file}
        locale={locale}
        back={{ href: botPaths(bot.id).knowledge, label: words.back }}
        facts={
          <>
            <span className="tabular-nums">{words.size(file.bytes)}</span>
            <OwnWords>{words.addedBy(file.authorName)}</OwnWords>
            <RelativeTime value={file.createdAt.toISOString()} />
          </>
        }
        buttons={
          canWrite && (
            <>
              <a href={link} download className={buttonClass()}>
                {words.download}
              </a>
              {file.publishedAt === null && file.state !== "indexing" && (
                <FileButton
                  {...{ fields, action: leaveSourceAction, done: words.removed }}
                  variant="secondary"
                  icon={<Trash2 aria-hidden className="size-4" />}
                >
                  {words.remove}
                </FileButton>
              )}
              {file.state === "ready" && <ReplaceFile {...fields} />}
              {file.state === "failed" && (
                <FileButton
                  {...{ fields, action: readAgainAction, done: words.queued, pendingLabel: words.reading }}
                  icon={<RefreshCw aria-hidden className="size-4" />}
                >
                  {words.readAgain}
                </FileButton>
              )}
              {file.state === "read" && (
                <FileButton
                  {...{ fields, action: publishSourceAction, done: words.published }}
                  pendingLabel={words.publishing}
                >
                  {words.publish}
                </FileButton>
              )}
            </>
          )
        }
      />
      {fault && <Notice tone={file.state === "failed" ? "bad" : "warn"}>{fault.text}</Notice>}
      {file.state === "ready" && canWrite && <p className="text-ink-soft">{words.replaceHelp}</p>}
      {file.replaces && file.state !== "ready" && (
        <Notice>
          <OwnWords>{words.replaces(file.replaces.name)}</OwnWords>
        </Notice>
      )}
      {isUnderWay && <Notice>{words.waiting}</Notice>}
      {file.publishedAt !== null && file.state === "read" && <Notice>{words.publishedBefore}</Notice>}
      {canWrite && isText && (file.state === "read" || file.state === "failed") && (
        <EncodingForm {...fields} encoding={file.encoding} action={readAgainAction} />
      )}
      {canWrite && file.sheet && (file.state === "read" || file.state === "ready") && (
        <ColumnsForm
          key={JSON.stringify([file.sheet, file.columns])}
          {...fields}
          columns={file.sheet}
          isPublished={file.state === "ready"}
          mapping={file.columns}
          action={readAgainAction}
        />
      )}
      <FilePreview
        {...{ botId: bot.id, file, locale }}
        want={canWrite ? wantPartAction : null}
        correct={canCorrect ? { action: correctPartAction, open } : null}
      />
    </div>
  );
}
