import { FileButton } from "@/components/knowledge/files/file-button";
import { SourceRow } from "@/components/knowledge/source-row";
import type { FormAction } from "@/components/ui/form/form-action";
import { RefreshCw } from "@/components/ui/icons";
import { botPaths } from "@/lib/bots/bot-paths";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import type { SourceItem } from "@/lib/knowledge/sources/list-sources";
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
        const fields = { botId, sourceId: source.id };
        const isPublished = source.publishedAt !== null;
        return (
          <SourceRow
            key={source.id}
            {...{ source, locale }}
            href={botPaths(botId).web(source.id)}
            address={
              source.name !== source.address && (
                <p translate="no" className="text-sm text-ink-soft [overflow-wrap:anywhere]">
                  {source.address}
                </p>
              )
            }
            facts={
              <>
                {source.fault !== null && isPublished && (
                  <p className="text-ink-soft">{words.keepsAnswering}</p>
                )}
                <AddressFacts source={source} locale={locale} />
              </>
            }
            buttons={
              <>
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
              </>
            }
          />
        );
      })}
    </ul>
  );
}
