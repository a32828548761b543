import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/knowledge/back-link";
import { PassageList } from "@/components/knowledge/passage-list";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { OwnWords } from "@/components/ui/text/own-words";
import { textLinkClass } from "@/components/ui/text-link-class";
import { botPaths } from "@/lib/bots/bot-paths";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { listPassages, listPassagesInput } from "@/lib/knowledge/passages/list-passages";
import { botPageTitle } from "../../../bot-page-title";
import { requirePageBot } from "../../../require-page-bot";

type PassagesPageProps = {
  params: Promise<{ botId: string; documentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PassagesPageProps): Promise<Metadata> {
  const { seen } = getCatalog(await getRequestLocale()).knowledge;
  return { title: await botPageTitle(params, seen.title) };
}

/** A document as the bot searches and quotes it. */
export default async function PassagesPage({ params, searchParams }: PassagesPageProps) {
  const { ctx, bot } = await requirePageBot(params, "knowledge.read");
  const { documentId } = await params;
  const { q, page, at, unquoted } = await searchParams;
  const input = listPassagesInput.parse({
    ...{ botId: bot.id, documentId, query: [q].flat()[0] },
    ...{ page: [page].flat()[0], at: [at].flat()[0], unquoted: [unquoted].flat()[0] },
  });
  const list = await listPassages(ctx, input);
  if (!list) notFound();
  const locale = await getRequestLocale();
  const { knowledge: words } = getCatalog(locale);
  const to = botPaths(bot.id);
  const { title, number, totalCount, from } = list;
  return (
    <div className="flex max-w-[45rem] flex-col gap-4">
      <header>
        <BackLink href={to.document(documentId)} label={words.versions.back} />
        <h2 className="text-lg">
          <OwnWords>{title}</OwnWords>
        </h2>
        <p className="text-sm text-ink-soft">
          {[words.versions.number(number), words.passages(totalCount)].join(" · ")}
        </p>
        {from && (
          <p className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
            <Link
              href={to[from.isFromWeb ? "web" : "file"](from.sourceId)}
              className={`${textLinkClass} py-0.5 [overflow-wrap:anywhere]`}
            >
              <OwnWords>{(from.isFromWeb ? words.web : words.files).from(from.name)}</OwnWords>
            </Link>
            {[from.entry, from.sheet, from.url].map(
              (place) =>
                place !== undefined && (
                  <span key={place} translate="no" className="[overflow-wrap:anywhere]">
                    {place}
                  </span>
                ),
            )}
            {!from.isFromWeb && <span>{words.seen.leftOut}</span>}
          </p>
        )}
      </header>
      <PassageList
        path={to.passages(documentId)}
        list={list}
        query={input.query}
        isUnquoted={input.unquoted !== undefined}
        locale={locale}
      />
    </div>
  );
}
