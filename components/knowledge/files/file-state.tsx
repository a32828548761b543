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
  file: { state: SourceState; progressDone: number | null; progressTotal: number | null };
  locale: Locale;
};

/** How far a file is, in pages, sheets or files where it says so. */
export function FileState({ file: { state, progressDone, progressTotal }, locale }: FileStateProps) {
  const words = getCatalog(locale).knowledge.files;
  const isTold = state === "reading" && progressDone !== null && progressTotal !== null;
  return (
    <Badge tone={tones[state]}>
      {words.states[state]}
      {isTold && <span className="ml-1 tabular-nums">{words.progress(progressDone, progressTotal)}</span>}
    </Badge>
  );
}
