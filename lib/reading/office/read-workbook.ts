import type { Sheet } from "hucre";
import { escapeText } from "../escape-text";
import type { OnProgress, Read, ReadingNote, ReadingType } from "../reading";
import { ReadingError } from "../reading-error";
import { readingLimits } from "../reading-limits";
import type { ColumnMapping } from "./sheet-columns";
import { writeSheet } from "./write-sheet";

/** Bytes of the file. What is larger is read without how its numbers are shown. */
const mostBytesWithStyles = 8 * 1024 * 1024;

const plainName = /^(?:sheet|工作表|工作表單|試算表|worksheet)\s{0,3}\d{0,3}$/i;

/**
 * The sheets of a workbook that are shown, with what a spreadsheet program shows in their cells: results, never
 * formulas. Throws ReadingError `encrypted` or `too_many_rows`.
 */
export async function readWorkbook(
  bytes: Buffer,
  type: ReadingType,
  onProgress: OnProgress,
  mapping?: ColumnMapping,
): Promise<Read> {
  const library = await import("hucre");
  const { sheets } = await open(library, bytes, type);
  const parts: Read["parts"] = [];
  const notes: ReadingNote[] = [];
  const shown = sheets.filter((sheet) => !sheet.hidden && !sheet.veryHidden);
  for (const sheet of sheets) if (!shown.includes(sheet)) notes.push({ fault: "hidden", sheet: sheet.name });
  for (const [index, sheet] of shown.entries()) {
    if (sheet.rows.length > readingLimits.rows) throw new ReadingError("too_many_rows");
    const boxes = (sheet.textBoxes ?? []).map(({ text }) => escapeText(text.trim()));
    const written = writeSheet(cellsOf(sheet, library.formatValue), sheet.merges, mapping);
    notes.push(...written.notes.map((note) => ({ ...note, sheet: sheet.name })));
    const text = [written.text, ...boxes].filter(Boolean).join("\n\n");
    const title = shown.length > 1 && !plainName.test(sheet.name.trim()) ? `# ${sheet.name.trim()}\n\n` : "";
    const { columns } = written;
    if (text) parts.push({ text: title + text, sheet: sheet.name, ...(columns && { columns }) });
    onProgress(index + 1, shown.length);
  }
  return { parts, notes };
}

type Library = typeof import("hucre");

async function open({ readXls, readXlsx, readOds }: Library, bytes: Buffer, type: ReadingType) {
  const readStyles = bytes.length <= mostBytesWithStyles;
  try {
    if (type === "xls") return await readXls(bytes, { readStyles });
    return await (type === "ods" ? readOds(bytes, { readStyles }) : readXlsx(bytes, { readStyles }));
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    const message = error instanceof Error ? error.message : "";
    if (name === "EncryptedFileError") throw new ReadingError("encrypted", { cause: error });
    if (/row|cells|rectangle/i.test(message) && /limit|maximum|exceed|cap/i.test(message))
      throw new ReadingError("too_many_rows", { cause: error });
    throw error;
  }
}

type Format = Library["formatValue"];

function cellsOf(sheet: Sheet, formatValue: Format): string[][] {
  const hidden = new Set((sheet.columns ?? []).flatMap(({ hidden }, at) => (hidden ? [at] : [])));
  return sheet.rows.map((row, y) =>
    row.map((value, x) =>
      hidden.has(x) ? "" : shown(value, sheet.cells?.get(`${y},${x}`)?.style?.numFmt, formatValue),
    ),
  );
}

/** A value as a spreadsheet program shows it, dates as 2026-01-05. */
function shown(value: unknown, format: string | undefined, formatValue: Format): string {
  if (isDate(value)) return shownDate(value, format);
  if (typeof value === "number") return shownNumber(value, format, formatValue);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "string" ? value.replace(/\r\n?/g, "\n") : "";
}

function shownNumber(value: number, format: string | undefined, formatValue: Format): string {
  if (format && format !== "General" && format !== "@") {
    const text = formatValue(value, format).trim();
    if (text && !/^#+$/.test(text)) return text;
  }
  return String(Number(value.toPrecision(15)));
}

function shownDate(value: Date, format: string | undefined): string {
  if (Number.isNaN(value.getTime())) return "";
  const [date = "", time = ""] = new Date(Math.round(value.getTime() / 1_000) * 1_000)
    .toISOString()
    .split("T");
  const clock = time.startsWith("00:00:00") ? "" : time.slice(0, time.startsWith(":00", 5) ? 5 : 8);
  const hasDay = format === undefined || /[dy]/i.test(format.replace(/"[^"]{0,50}"|\[[^\]]{0,50}\]/g, ""));
  if (!hasDay || value.getUTCFullYear() < 1900) return clock || "00:00";
  return clock ? `${date} ${clock}` : date;
}

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}
