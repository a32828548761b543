import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { SourceState } from "@/lib/db/generated/enums";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";

const tones: Record<SourceState, BadgeTone> = {
  queued: "plain",
  reading: "accent",
  read: "warn",
  indexing: "accent",
  ready: "good",
  failed: "bad",
};

type FileStateProps = {
  file: { state: SourceState; progressDone: number | null; progressTotal: number | null; isOff: boolean };
  locale: Locale;
};

/** How far a file is: read, in pages, sheets or files where it says so; published, in documents where it has more. */
export function FileState({ file, locale }: FileStateProps) {
  const { state, progressDone, progressTotal, isOff } = file;
  const { files: words, organise } = getCatalog(locale).knowledge;
  const isMoving = state === "reading" || state === "indexing";
  const isTold = isMoving && progressDone !== null && progressTotal !== null;
  if (state === "ready" && isOff) return <Badge>{organise.off}</Badge>;
  return (
    <Badge tone={tones[state]}>
      {words.states[state]}
      {isTold && <span className="ml-1 tabular-nums">{words.progress(progressDone, progressTotal)}</span>}
    </Badge>
  );
}
