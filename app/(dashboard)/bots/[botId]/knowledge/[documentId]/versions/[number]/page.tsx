import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/knowledge/back-link";
import { RestoreVersionForm } from "@/components/knowledge/restore-version-form";
import { VersionDifference } from "@/components/knowledge/version-difference";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { buttonClass } from "@/components/ui/button/button-class";
import { Card } from "@/components/ui/card";
import { OwnWords } from "@/components/ui/text/own-words";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { botPaths } from "@/lib/bots/bot-paths";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { getDocument } from "@/lib/knowledge/documents/get-document";
import {
  getDocumentVersion,
  getDocumentVersionInput,
} from "@/lib/knowledge/documents/versions/get-document-version";
import { diffTexts } from "@/lib/language/diff-texts";
import { languageOf } from "@/lib/language/language-of";
import { botPageTitle } from "../../../../bot-page-title";
import { requirePageBot } from "../../../../require-page-bot";
import { restoreVersionAction } from "../../../actions";

type VersionPageProps = {
  params: Promise<{ botId: string; documentId: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: VersionPageProps): Promise<Metadata> {
  const { knowledge } = getCatalog(await getRequestLocale());
  const number = Number((await params).number);
  const { versions } = knowledge;
  const page = Number.isInteger(number) ? versions.number(number) : versions.title;
  return { title: await botPageTitle(params, page) };
}

/** What one version of a document said, and how it differs from what answers now. */
export default async function VersionPage({ params, searchParams }: VersionPageProps) {
  const { ctx, bot } = await requirePageBot(params, "knowledge.read");
  const { documentId, number: asked } = await params;
  const input = getDocumentVersionInput.safeParse({ botId: bot.id, documentId, number: asked });
  const [now, version] = await Promise.all([
    getDocument(ctx, { botId: bot.id, documentId }),
    input.success ? getDocumentVersion(ctx, input.data) : null,
  ]);
  if (!now || !version) notFound();
  const locale = await getRequestLocale();
  const words = getCatalog(locale).knowledge.versions;
  const to = botPaths(bot.id);
  const { number, title, content, authorName, createdAt } = version;
  const isFullText = (await searchParams).view === "text";
  const isSame = title === now.title && content === now.content;
  const views = [
    { href: to.version(documentId, number), label: words.difference, isHere: !isFullText },
    { href: `${to.version(documentId, number)}?view=text`, label: words.fullText, isHere: isFullText },
  ];
  return (
    <div className="flex max-w-[45rem] flex-col gap-4">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <BackLink href={to.document(documentId)} label={words.back} />
          <h2 className="text-lg">
            <OwnWords>{now.title}</OwnWords> · {words.number(number)}
          </h2>
          <p className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
            <span lang={languageOf(authorName)}>{authorName}</span>
            <RelativeTime value={createdAt.toISOString()} />
          </p>
        </div>
        {can(ctx.actor, "knowledge.write") && number !== now.number && (
          <RestoreVersionForm
            {...{ botId: bot.id, documentId, number, baseVersion: now.number, action: restoreVersionAction }}
          />
        )}
      </header>
      <nav aria-label={words.view} className="flex gap-2">
        {views.map(({ href, label, isHere }) => (
          <Link
            key={href}
            href={href}
            aria-current={isHere ? "page" : undefined}
            className={buttonClass({ variant: isHere ? "primary" : "secondary", size: "small" })}
          >
            {label}
          </Link>
        ))}
      </nav>
      <Card>
        {title !== now.title && (
          <p className="mb-4">
            <span className="text-ink-soft">{words.titleWas}</span> <OwnWords>{title}</OwnWords>
          </p>
        )}
        {isFullText ? (
          <p lang={languageOf(content)} className="break-words whitespace-pre-wrap">
            {content}
          </p>
        ) : isSame ? (
          <p className="text-ink-soft">{words.same}</p>
        ) : (
          <>
            <p className="mb-4 text-sm text-ink-soft">{words.legend}</p>
            <VersionDifference parts={diffTexts(content, now.content)} locale={locale} />
          </>
        )}
      </Card>
    </div>
  );
}
