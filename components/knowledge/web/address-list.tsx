import Link from "next/link";
import { FileButton } from "@/components/knowledge/files/file-button";
import { fileFault } from "@/components/knowledge/files/file-fault";
import { FileState } from "@/components/knowledge/files/file-state";
import type { FormAction } from "@/components/ui/form/form-action";
import { RefreshCw } from "@/components/ui/icons";
import { textLinkClass } from "@/components/ui/text-link-class";
import { botPaths } from "@/lib/bots/bot-paths";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import type { SourceItem } from "@/lib/knowledge/sources/list-sources";
import { languageOf } from "@/lib/language/language-of";
import { AddressFacts } from "./address-facts";

type AddressListProps = {
  botId: string;
  addresses: readonly SourceItem[];
  locale: Locale;
  actions: { publish: FormAction<void>; check: FormAction<void> };
};

/** The pages and sites of a bot, each with how far it is and what can be done with it. */
export function AddressList({ botId, addresses, locale, actions }: AddressListProps) {
  const { web: words, files } = getCatalog(locale).knowledge;
  if (addresses.length === 0) return null;
  return (
    <ul className="divide-y divide-line border-t border-line">
      {addresses.map((source) => {
        const fault = source.fault === null ? null : fileFault(locale, source.fault);
        const fields = { botId, sourceId: source.id };
        const isPublished = source.publishedAt !== null;
        return (
          <li key={source.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 sm:px-6">
            <div className="min-w-0 flex-1 basis-60">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Link
                  href={botPaths(botId).web(source.id)}
                  lang={languageOf(source.name)}
                  className={`${textLinkClass} min-w-0 [overflow-wrap:anywhere]`}
                >
                  {source.name}
                </Link>
                <FileState file={source} locale={locale} />
              </p>
              {source.name !== source.address && (
                <p translate="no" className="text-sm text-ink-soft [overflow-wrap:anywhere]">
                  {source.address}
                </p>
              )}
              {fault && <p className="mt-1">{fault.text}</p>}
              {fault && isPublished && <p className="text-ink-soft">{words.keepsAnswering}</p>}
              <AddressFacts source={source} locale={locale} />
            </div>
            <div className="flex gap-2">
              {source.state === "read" && source.origin === "page" && (
                <FileButton
                  {...{ fields, action: actions.publish, done: files.published }}
                  size="small"
                  variant="secondary"
                  label={`${words.publish}${getCatalog(locale).common.colon}${source.name}`}
                  pendingLabel={files.publishing}
                >
                  {words.publish}
                </FileButton>
              )}
              {["read", "ready", "failed"].includes(source.state) && (
                <FileButton
                  {...{ fields, action: actions.check, done: words.checkQueued }}
                  size="small"
                  variant="quiet"
                  label={words.checkLabel(source.name)}
                  icon={<RefreshCw aria-hidden className="size-4" />}
                />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
