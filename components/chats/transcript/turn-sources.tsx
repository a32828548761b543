import Link from "next/link";
import { use } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { LocaleContext } from "@/components/ui/words/locale-provider";
import type { TurnSource } from "@/lib/conversations/turns/turn";
import { languageOf } from "@/lib/language/language-of";

type TurnSourcesProps = {
  sources: TurnSource[];
  botId: string | undefined;
  /** On which side the turn stands. */
  align?: "start" | "end";
};

/** One chip a document: its title and how the first quote begins; unfolded, every quote from it. */
export function TurnSources({ sources, botId, align = "end" }: TurnSourcesProps) {
  const words = useDashboardCatalog().chats.sources;
  const { locale } = use(LocaleContext);
  const documents = Map.groupBy(sources, ({ documentId }) => documentId);
  return (
    <ul
      className={`flex w-full flex-col gap-1 ${align === "end" ? "items-end" : "items-start"}`}
      aria-label={words.label(documents.size)}
    >
      {[...documents].map(([documentId, quoted]) => (
        <li key={documentId} className="max-w-full">
          <details className="group w-fit max-w-full rounded-control border border-line bg-surface text-sm open:w-full">
            <summary className="flex cursor-pointer list-none items-baseline gap-2 px-3 py-1 hover:bg-surface-2">
              <span
                lang={languageOf(quoted[0]?.title ?? "")}
                translate="no"
                className="max-w-[60%] shrink-0 truncate font-medium"
              >{`「${quoted[0]?.title}」`}</span>
              <span
                lang={languageOf(quoted[0]?.quote ?? "")}
                translate="no"
                className="truncate text-ink-soft group-open:hidden"
              >
                {firstLine(quoted[0]?.quote)}
              </span>
              {quoted.length > 1 && (
                <span className="shrink-0 text-ink-soft">{words.quotes(quoted.length)}</span>
              )}
            </summary>
            {quoted.map(({ quote, best, page }) => (
              <blockquote
                key={quote}
                lang={languageOf(quote)}
                translate="no"
                className="whitespace-pre-wrap border-t border-line px-3 py-2"
              >
                <MarkedQuote quote={quote} best={best} />
                {page !== undefined && (
                  <span lang={locale} translate="yes" className="block text-ink-soft">
                    {words.onPage(page)}
                  </span>
                )}
              </blockquote>
            ))}
            {botId && (
              <p className="border-t border-line px-3 py-1">
                <Link href={`/bots/${botId}/knowledge/${documentId}`} className="text-accent underline">
                  {words.openDocument}
                </Link>
              </p>
            )}
          </details>
        </li>
      ))}
    </ul>
  );
}

/** A quote with the part that answers best marked. */
function MarkedQuote({ quote, best = "" }: Pick<TurnSource, "quote" | "best">) {
  const at = best === "" ? -1 : quote.indexOf(best);
  if (at < 0) return quote;
  return (
    <>
      {quote.slice(0, at)}
      <mark>{best}</mark>
      {quote.slice(at + best.length)}
    </>
  );
}

function firstLine(quote = ""): string {
  return quote.trim().split("\n")[0] ?? "";
}
