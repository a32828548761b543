import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLinks } from "@/components/ui/page-links";
import { OwnWords } from "@/components/ui/text/own-words";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { textLinkClass } from "@/components/ui/text-link-class";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import type { PassageListItem, PassageList as Passages } from "@/lib/knowledge/passages/list-passages";
import { languageOf } from "@/lib/language/language-of";
import { paths } from "@/lib/paths";
import { DocumentSearch } from "./document-search";

type PassageListProps = {
  path: string;
  list: Passages;
  query: string;
  /** Those alone that no answer has quoted. */
  isUnquoted: boolean;
  locale: Locale;
};

/** The passages of a document in their order, a page at a time, with a search that marks what it finds. */
export function PassageList({ path, list, query, isUnquoted, locale }: PassageListProps) {
  const { knowledge: words, common } = getCatalog(locale);
  const { passages, matchCount, totalCount, unquotedCount, page, lastPage } = list;
  const pageHref = (to: number) =>
    `${path}?${new URLSearchParams({ ...(query !== "" && { q: query }), ...(isUnquoted && { unquoted: "1" }), page: String(to) })}`;
  return (
    <Card isFlush title={words.seen.title} description={words.seen.description}>
      <div className="border-b border-line px-4 py-3 sm:px-6">
        <DocumentSearch path={path} query={query} label={words.seen.search} />
        <p className="mt-2 flex flex-wrap gap-x-3 text-sm text-ink-soft">
          <span>{words.seen.countedHelp}</span>
          {isUnquoted ? (
            <Link href={path} className={textLinkClass}>
              {words.seen.allPassages}
            </Link>
          ) : (
            unquotedCount > 0 &&
            unquotedCount < totalCount && (
              <Link href={`${path}?unquoted=1`} className={textLinkClass}>
                {words.seen.onlyUnquoted(unquotedCount)}
              </Link>
            )
          )}
        </p>
        {passages.some(({ isScan }) => isScan) && (
          <p className="mt-2 text-sm text-ink-soft">{words.seen.scanHelp}</p>
        )}
        {query !== "" && matchCount > 0 && (
          <p className="mt-2 text-sm text-ink-soft">{words.seen.found(matchCount, totalCount)}</p>
        )}
      </div>
      {matchCount === 0 && query === "" && isUnquoted ? (
        <EmptyState action={<ButtonLink href={path}>{words.seen.allPassages}</ButtonLink>}>
          {words.seen.allQuoted}
        </EmptyState>
      ) : matchCount === 0 && query !== "" ? (
        <EmptyState action={<ButtonLink href={path}>{common.clearSearch}</ButtonLink>}>
          <OwnWords>{common.noMatches(query)}</OwnWords>
        </EmptyState>
      ) : (
        <ol className="divide-y divide-line">
          {passages.map((passage) => (
            <PassageItem key={passage.ordinal} passage={passage} all={totalCount} locale={locale} />
          ))}
        </ol>
      )}
      <PageLinks {...{ page, lastPage }} href={pageHref} words={words.pages} />
    </Card>
  );
}

type PassageItemProps = { passage: PassageListItem; all: number; locale: Locale };

function PassageItem({ passage, all, locale }: PassageItemProps) {
  const words = getCatalog(locale).knowledge.seen;
  const { ordinal, headings, pieces, isCut, isPair, isScan, pages, quoted } = passage;
  return (
    <li
      id={`passage-${ordinal + 1}`}
      className="flex scroll-mt-20 flex-col gap-1 px-4 py-3 target:bg-accent-soft sm:px-6"
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft tabular-nums">
        <span>{words.passage(ordinal + 1, all)}</span>
        {pages && <span>{words.page(pages.first, pages.last)}</span>}
        {isScan && <Badge icon={null}>{words.scan}</Badge>}
        {isPair && <Badge icon={null}>{words.pair}</Badge>}
      </p>
      {headings.length > 0 && (
        <p className="font-medium [overflow-wrap:anywhere]">
          <OwnWords>{headings.join(" › ")}</OwnWords>
        </p>
      )}
      <p
        lang={languageOf(pieces.map(({ text }) => text).join(""))}
        translate="no"
        className="whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {pieces.map(({ text, isHit }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, never reordered
          isHit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </p>
      {isCut && <p className="text-sm text-ink-soft">{words.cut}</p>}
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
        {quoted ? (
          <>
            <span>{words.quoted(quoted.count)}</span>
            <RelativeTime value={quoted.lastAt.toISOString()} />
            {quoted.conversationId && (
              <Link href={`${paths.chats}/${quoted.conversationId}`} className={textLinkClass}>
                {words.quotedIn}
              </Link>
            )}
          </>
        ) : (
          words.unquoted
        )}
      </p>
    </li>
  );
}
