import type { Passage, Span } from "@/lib/language/passage";

export const findingKinds = ["contradiction", "stale", "duplicate", "near_duplicate"] as const;
export type FindingKind = (typeof findingKinds)[number];

/** A document as it answers. */
export type TruthDocument = {
  documentId: string;
  versionId: string;
  title: string;
  text: string;
  passages: readonly Passage[];
  /** `2026-11-30`: when this text was published, in the bot's time zone. */
  writtenOn: string;
};

/** Where something stands, as UTF-16 offsets in its document's text: what is replaced or removed when it is settled. */
export type Place = Span & {
  documentId: string;
  versionId: string;
  /** Which of the document's passages. */
  ordinal: number;
  /** What differs from the other place, or the date that has gone by. */
  marks: readonly Span[];
};

export type Finding = {
  kind: FindingKind;
  /** 0 to 1. */
  sureness: number;
  /** The later one of a document stands second; one place alone where something is stale. */
  places: readonly [Place] | readonly [Place, Place];
  /** `2026-11-15`: the last day that has gone by, of what is stale. */
  goneBy?: string;
};
