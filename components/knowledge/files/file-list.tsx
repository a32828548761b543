import { SourceRow } from "@/components/knowledge/source-row";
import type { FormAction } from "@/components/ui/form/form-action";
import { RefreshCw, Trash2 } from "@/components/ui/icons";
import { botPaths } from "@/lib/bots/bot-paths";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import type { SourceItem } from "@/lib/knowledge/sources/list-sources";
import { FileButton } from "./file-button";

export type FileActions = Record<"publish" | "readAgain" | "remove", FormAction<void>>;

type FileListProps = { botId: string; files: readonly SourceItem[]; locale: Locale; actions: FileActions };

/** The files that don't answer yet, each with what can be done with it. */
export function FileList({ botId, files, locale, actions }: FileListProps) {
  const words = getCatalog(locale).knowledge.files;
  if (files.length === 0) return null;
  return (
    <ul className="divide-y divide-line border-t border-line">
      {files.map((file) => {
        const fields = { botId, sourceId: file.id };
        return (
          <SourceRow
            key={file.id}
            source={file}
            locale={locale}
            href={botPaths(botId).file(file.id)}
            facts={
              <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft tabular-nums">
                <span>{words.size(file.bytes)}</span>
                {file.parts > 0 && <span>{words.parts(file.parts)}</span>}
                {file.notes > 0 && <span>{words.notes(file.notes)}</span>}
              </p>
            }
            buttons={
              <>
                {file.state === "read" && (
                  <FileButton
                    {...{ fields, action: actions.publish, done: words.published }}
                    size="small"
                    variant="secondary"
                    label={`${words.publish}${getCatalog(locale).common.colon}${file.name}`}
                    pendingLabel={words.publishing}
                  >
                    {words.publish}
                  </FileButton>
                )}
                {file.state === "failed" && (
                  <FileButton
                    {...{ fields, action: actions.readAgain, done: words.queued }}
                    size="small"
                    variant="quiet"
                    label={words.readAgainLabel(file.name)}
                    icon={<RefreshCw aria-hidden className="size-4" />}
                  />
                )}
                {file.state !== "indexing" && file.publishedAt === null && (
                  <FileButton
                    {...{ fields, action: actions.remove, done: words.removed }}
                    size="small"
                    variant="quiet"
                    label={words.removeLabel(file.name)}
                    icon={<Trash2 aria-hidden className="size-4" />}
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
