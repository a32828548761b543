import { cleanLine } from "@/lib/language/clean-text";
import { cleanReading } from "./clean-reading";
import { type Found, findType } from "./find-type";
import { readHtml } from "./html/read-html";
import { readDoc } from "./office/read-doc";
import { readDocx } from "./office/read-docx";
import { readSlides } from "./office/read-slides";
import { readWorkbook } from "./office/read-workbook";
import type { ColumnMapping } from "./office/sheet-columns";
import { readPdf } from "./pdf/read-pdf";
import { readArchive } from "./read-archive";
import { readCsv } from "./read-csv";
import { readPlain } from "./read-plain";
import type { OnProgress, Read, ReadingType } from "./reading";
import { ReadingError } from "./reading-error";
import { readingLimits } from "./reading-limits";
import type { ScanReader } from "./scan/scan-reader";
import type { TextEncoding } from "./text-encodings";

type Options = {
  /** For texts, where what is found is wrong. */
  encoding?: TextEncoding;
  /** For sheets, where somebody said what they hold. */
  columns?: ColumnMapping;
  onType: (type: ReadingType) => void;
  onProgress: OnProgress;
  /** What recognises scanned pages, where it is installed. */
  scans?: ScanReader | null;
};

/**
 * Reads a file of any type that we know, by its content. Throws ReadingError, and whatever the libraries throw
 * over a broken file.
 */
export async function readBytes(
  bytes: Buffer,
  name: string,
  { encoding, columns, onType, onProgress, scans = null }: Options,
): Promise<Read> {
  const found = await findType(bytes, name);
  onType(found.type);
  const readEntry = async (entry: Buffer, entryName: string) => {
    const inner = await findType(entry, entryName);
    if (inner.type === "zip") throw new ReadingError("nested_zip");
    return clean(await read(entry, inner, { encoding, columns, scans }, () => {}));
  };
  const isArchive = found.type === "zip" && found.archive;
  if (isArchive) return clean(await readArchive(isArchive, readEntry, onProgress));
  return clean(await read(bytes, found, { encoding, columns, scans }, onProgress));
}

function read(
  bytes: Buffer,
  { type, archive }: Found,
  { encoding, columns, scans = null }: Pick<Options, "encoding" | "columns" | "scans">,
  onProgress: OnProgress,
) {
  switch (type) {
    case "pdf":
      return readPdf(bytes, scans, onProgress);
    case "docx":
      return readDocx(bytes);
    case "doc":
      return readDoc(bytes);
    case "xlsx":
    case "xls":
    case "ods":
      return readWorkbook(bytes, type, onProgress, columns);
    case "csv":
      return readCsv(bytes, encoding, columns);
    case "html":
      return readHtml(bytes, encoding);
    case "markdown":
    case "text":
      return readPlain(bytes, encoding);
    case "pptx":
      if (archive) return readSlides(archive, onProgress);
  }
  throw new ReadingError("unsupported");
}

function clean({ parts, notes, ...rest }: Read): Read {
  const cleaned = parts
    .map((part) => withPlainNames({ ...part, text: cleanReading(part.text) }))
    .filter(({ text }) => text !== "");
  if (cleaned.length === 0) throw new ReadingError("no_text");
  if (cleaned.reduce((sum, { text }) => sum + text.length, 0) > readingLimits.characters)
    throw new ReadingError("too_long");
  return { ...rest, parts: cleaned, ...(notes && { notes: notes.map(withPlainNames) }) };
}

/** Whoever made the file named what is in it: such names a database can hold, and they show as they are. */
function withPlainNames<T extends { sheet?: string; entry?: string }>(found: T): T {
  const { sheet, entry } = found;
  return {
    ...found,
    ...(sheet !== undefined && { sheet: cleanLine(sheet) }),
    ...(entry !== undefined && { entry: cleanLine(entry) }),
  };
}
