import { RelativeTime } from "@/components/ui/text/relative-time";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import type { SourceItem } from "@/lib/knowledge/sources/list-sources";

type AddressFactsProps = { source: SourceItem; locale: Locale };

/**
 * Of a page or a site in a list: how many pages, what of them waits or is gone, when it was looked at and
 * how often it is.
 */
export function AddressFacts({ source, locale }: AddressFactsProps) {
  const words = getCatalog(locale).knowledge.web;
  const isSite = source.origin === "site";
  return (
    <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft tabular-nums">
      {isSite && source.pages > 0 && <span>{words.pages(source.pages)}</span>}
      {isSite && source.takenPages > 0 && <span>{words.taken(source.takenPages)}</span>}
      {isSite && source.parts > 0 && <span>{words.waitingPages(source.parts)}</span>}
      {isSite && source.gonePages > 0 && <span className="text-warn">{words.gone(source.gonePages)}</span>}
      {source.checkedAt && (
        <span>
          {words.checked} <RelativeTime value={source.checkedAt.toISOString()} />
        </span>
      )}
      {source.schedule !== "off" && (
        <span>
          {words.schedule}
          {getCatalog(locale).common.colon}
          {words.schedules[source.schedule]}
        </span>
      )}
    </p>
  );
}
