import { z } from "zod";
import { type ColumnMapping, columnMapping, sheetColumns } from "./office/sheet-columns";
import { type TextEncoding, textEncodings } from "./text-encodings";

/** What a file is by its content; `other` is nothing that we read. */
const readingTypes = [
  ...(["pdf", "docx", "doc", "pptx", "xlsx", "xls", "ods"] as const),
  ...(["csv", "html", "markdown", "text", "zip", "other"] as const),
];
const readingType = z.enum(readingTypes);
export type ReadingType = z.output<typeof readingType>;

/** Why a file, or a part of it, can't be read; `lib/i18n/words/reading-words` says what to do. */
export const readingFaults = [
  ...([
    "encrypted",
    "broken",
    "empty",
    "no_text",
    "scanned",
    "from_scan",
    "picture",
    "unsupported",
    "not_its_name",
  ] as const),
  ...(["too_large", "too_long", "too_much_unpacked", "too_many_entries", "too_many_pages"] as const),
  ...(["too_many_rows", "line_too_long", "nested_zip", "too_slow", "too_much_memory", "hidden"] as const),
  ...(["row_no_question", "row_no_answer", "row_doubled", "row_long"] as const),
];
const readingFault = z.enum(readingFaults);
export type ReadingFault = z.output<typeof readingFault>;

/** A piece of what was read, as Markdown: a page, a slide, a sheet, a file of an archive, or all of it. */
const readingPart = z.object({
  text: z.string(),
  /** From 1. */
  page: z.number().optional(),
  /** It was recognised from a picture. */
  isScan: z.boolean().optional(),
  sheet: z.string().optional(),
  /** The path within an archive. */
  entry: z.string().optional(),
  /** Of a sheet: the columns of its first table. */
  columns: sheetColumns.optional(),
});
export type ReadingPart = z.output<typeof readingPart>;

/** What lacks in a reading that is fine otherwise: a page without text, a file of an archive. */
const readingNote = z.object({
  fault: readingFault,
  page: z.number().optional(),
  sheet: z.string().optional(),
  entry: z.string().optional(),
  /** Of a sheet, from 1. */
  row: z.number().optional(),
});
export type ReadingNote = z.output<typeof readingNote>;

/** What a page of the web says of itself, as it stands there; bounded in number and length. */
const pageFacts = z.object({
  /** Addresses that its links name. */
  links: z.array(z.string()),
  /** What they are relative to, where it isn't the page's own address. */
  base: z.string(),
  canonical: z.string(),
  language: z.string(),
  hasPassword: z.boolean(),
  /** A frame that scripts fill: they are there, and hardly any text is. */
  isScripted: z.boolean(),
});
export type PageFacts = z.output<typeof pageFacts>;

/** A file that the reader's process is asked to read, its name, and the encoding and columns that somebody says. */
export const readerTask = z.object({
  file: z.string(),
  name: z.string(),
  encoding: z.enum(textEncodings).optional(),
  columns: columnMapping.optional(),
  ocr: z.string().optional(),
});
export type ReaderTask = {
  file: string;
  name: string;
  encoding?: TextEncoding;
  columns?: ColumnMapping;
  /** Where `npm run ocr:add` installed what reads scans; as `reader-main` has it unless said. */
  ocr?: string;
};

/** What the reader's process tells, one message after the other. */
export const readerMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("type"), type: readingType }),
  z.object({ kind: z.literal("progress"), done: z.number(), of: z.number() }),
  z.object({ kind: z.literal("part"), part: readingPart }),
  /** So many pages are to be recognised, which takes time. */
  z.object({ kind: z.literal("scan"), pages: z.int().min(0) }),
  z.object({
    kind: z.literal("end"),
    title: z.string(),
    notes: z.array(readingNote),
    page: pageFacts.optional(),
    fault: readingFault.optional(),
    peakMiB: z.number(),
  }),
]);
export type ReaderMessage = z.output<typeof readerMessage>;

/** What a file read as. */
export type Reading = {
  type: ReadingType;
  title: string;
  parts: ReadingPart[];
  /** What lacks in a reading that is fine otherwise. */
  notes: ReadingNote[];
  /** Of a page of the web. */
  page?: PageFacts;
  /** Then there are no parts. */
  fault?: ReadingFault;
  ms: number;
  /** Of the process that read, since its start. */
  peakMiB: number;
};

/** What the readers of the several types give. */
export type Read = { title?: string; parts: ReadingPart[]; notes?: ReadingNote[]; page?: PageFacts };
export type OnProgress = (done: number, of: number) => void;
