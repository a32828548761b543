import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Button } from "@/components/ui/button/button";
import { RefreshCw, X } from "@/components/ui/icons";
import { languageOf } from "@/lib/language/language-of";
import type { Upload } from "./use-uploads";

type UploadListProps = {
  uploads: readonly Upload[];
  retry: (id: number) => void;
  cancel: (id: number) => void;
};

/** Files that are on their way, and those that didn't arrive. */
export function UploadList({ uploads, retry, cancel }: UploadListProps) {
  const words = useBotCatalog().knowledge.files;
  if (uploads.length === 0) return null;
  return (
    <ul className="divide-y divide-line border-t border-line">
      {uploads.map(({ id, name, share, fault }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-6">
          <div className="min-w-0 flex-1">
            <p lang={languageOf(name)} translate="no" className="truncate font-medium">
              {name}
            </p>
            {fault !== null && <p className="text-bad">{fault}</p>}
            {fault === null && (
              <p className="text-sm text-ink-soft tabular-nums">
                {share === null ? words.waitsForUpload : words.uploading(Math.floor(share * 100))}
              </p>
            )}
            {fault === null && share !== null && (
              <progress
                value={share}
                aria-label={name}
                className="mt-1 block h-1 w-full appearance-none overflow-hidden rounded-full bg-surface-2 [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-surface-2 [&::-webkit-progress-value]:bg-accent"
              />
            )}
          </div>
          {fault !== null && fault !== words.tooLarge && (
            <Button
              variant="quiet"
              size="small"
              aria-label={words.retryUpload(name)}
              icon={<RefreshCw aria-hidden className="size-4" />}
              onClick={() => retry(id)}
            />
          )}
          <Button
            variant="quiet"
            size="small"
            aria-label={fault === null ? words.cancelUpload(name) : words.dismiss(name)}
            icon={<X aria-hidden className="size-4" />}
            onClick={() => cancel(id)}
          />
        </li>
      ))}
    </ul>
  );
}
