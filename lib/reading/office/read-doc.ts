import { escapeText } from "../escape-text";
import type { Read } from "../reading";
import { ReadingError } from "../reading-error";
import { writeTable } from "../write-table";

/** A Word file of before 2007: its paragraphs, with notes and text boxes behind them. Rows of cells are a table. */
export async function readDoc(bytes: Buffer): Promise<Read> {
  if (isEncrypted(bytes)) throw new ReadingError("encrypted");
  const { default: WordExtractor } = await import("word-extractor");
  const word = await new WordExtractor().extract(bytes);
  const texts = [word.getBody(), word.getTextboxes(), word.getFootnotes(), word.getEndnotes()];
  return { parts: [{ text: texts.map(writeParagraphs).filter(Boolean).join("\n\n") }] };
}

/** Lines below each other with as many tabs are a table. */
function writeParagraphs(part: string): string {
  const lines = part.split(/\r\n?|[\n\v]/).filter((line) => line.trim() !== "");
  const rows = lines.map((line) => line.replace(/\t$/, "").split("\t"));
  const parts: string[] = [];
  for (let at = 0; at < rows.length; ) {
    const width = rows[at]?.length ?? 0;
    let end = at + 1;
    while (width > 1 && rows[end]?.length === width) end++;
    const table = rows.slice(at, end);
    parts.push(
      table.length > 1
        ? writeTable(table.map((row) => row.map(escapeText)))
        : escapeText(lines[at]?.trim() ?? ""),
    );
    at = end;
  }
  return parts.join("\n\n");
}

/** The bit of the file's first block ([MS-DOC] 2.5.1, FibBase fEncrypted), which begins a sector with its mark. */
function isEncrypted(bytes: Buffer): boolean {
  for (let at = 512; at + 12 <= bytes.length; at += 512) {
    if (bytes.readUInt16LE(at) === 0xa5ec) return (bytes.readUInt16LE(at + 10) & 0x0100) !== 0;
  }
  return false;
}
