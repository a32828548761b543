import { groupNotes } from "@/components/knowledge/files/group-notes";
import { movePageMarks } from "@/lib/knowledge/passages/move-page-marks";
import { correctPartInput } from "@/lib/knowledge/sources/correct-part";
import {
  addSourceInput,
  partInput,
  readAgainInput,
  sourceIdInput,
} from "@/lib/knowledge/sources/source-input";
import { splitReading } from "@/lib/knowledge/sources/split-reading";
import { textMark } from "@/lib/knowledge/sources/text-mark";
import { cleanReading } from "@/lib/reading/clean-reading";
import { decodeText } from "@/lib/reading/decode-text";
import { escapeText } from "@/lib/reading/escape-text";
import { findType } from "@/lib/reading/find-type";
import { htmlToMarkdown } from "@/lib/reading/html/html-to-markdown";
import { readHtml } from "@/lib/reading/html/read-html";
import {
  columnMapping,
  columnName,
  guessColumns,
  readColumns,
  sheetColumns,
} from "@/lib/reading/office/sheet-columns";
import { roleIn, writeMappedPairs } from "@/lib/reading/office/write-pairs";
import { writeSheet } from "@/lib/reading/office/write-sheet";
import { writeSlide } from "@/lib/reading/office/write-slide";
import { joinLines } from "@/lib/reading/pdf/join-lines";
import type { Segment } from "@/lib/reading/pdf/read-segments";
import { findFontSizes, writePage } from "@/lib/reading/pdf/write-page";
import { readCsv } from "@/lib/reading/read-csv";
import { readPlain } from "@/lib/reading/read-plain";
import { joinScannedLines } from "@/lib/reading/scan/join-scanned-lines";
import { writeTable } from "@/lib/reading/write-table";
import { uploadBot } from "@/server/entry/is-upload";
import type { CaseTable } from "./case-table";
import { takes } from "./given/takes";

/** What takes files that owners hand in, and reads them in a process of its own. */
export const fileCases: CaseTable = {
  "components/knowledge/files/group-notes.ts": {
    groupNotes: (text) => groupNotes([{ fault: text, entry: text, page: text.length }, { fault: text }]),
  },
  "server/entry/is-upload.ts": {
    uploadBot: (text) => uploadBot({ method: "PUT", url: `/api/bots/${text}/files?${text}` }),
  },
  "lib/knowledge/sources/source-input.ts": {
    addSourceInput: takes(addSourceInput),
    sourceIdInput: takes(sourceIdInput),
    partInput: takes(partInput),
    readAgainInput: takes(readAgainInput),
  },
  "lib/knowledge/sources/correct-part.ts": { correctPartInput: takes(correctPartInput) },
  "lib/knowledge/sources/text-mark.ts": { textMark },
  "lib/knowledge/passages/move-page-marks.ts": {
    movePageMarks: (text) => [
      movePageMarks([[0, 1]], text, `x${text}`),
      movePageMarks([[text.lastIndexOf("\n") + 1, 2]], text, `${text}\n${text}`),
    ],
  },
  "lib/reading/scan/join-scanned-lines.ts": { joinScannedLines },
  "lib/knowledge/sources/split-reading.ts": {
    splitReading: (text) => splitReading(text, [{ text, entry: text }, { text: `${text}\n`.repeat(3) }]),
  },
  "lib/reading/clean-reading.ts": { cleanReading },
  "lib/reading/decode-text.ts": {
    decodeText: (text) => [decodeText(Buffer.from(text)), decodeText(Buffer.from(text, "utf16le"))],
  },
  "lib/reading/escape-text.ts": { escapeText },
  "lib/reading/find-type.ts": { findType: (text) => orFault(() => findType(Buffer.from(text), "a.txt")) },
  "lib/reading/html/html-to-markdown.ts": {
    htmlToMarkdown: (text) => orFault(() => htmlToMarkdown(`<p>${text}</p>`)),
  },
  "lib/reading/html/read-html.ts": { readHtml: (text) => orFault(() => readHtml(Buffer.from(text))) },
  "lib/reading/read-csv.ts": { readCsv: (text) => orFault(async () => readCsv(Buffer.from(text))) },
  "lib/reading/read-plain.ts": { readPlain: (text) => readPlain(Buffer.from(text)) },
  "lib/reading/office/sheet-columns.ts": {
    sheetColumns: (text) => sheetColumns.safeParse([{ name: text, role: text }]),
    columnMapping: (text) => columnMapping.safeParse({ [text]: "ask", x: text }),
    readColumns: (text) => readColumns({ [text]: "ask" }),
    columnName,
    guessColumns: (text) => guessColumns([text, text], [[text, text]]),
  },
  "lib/reading/office/write-pairs.ts": {
    writeMappedPairs: (text) =>
      writeMappedPairs(["a", "b", text], [{ cells: [text, text, text], number: 1 }], {
        a: "question",
        b: "answer",
      }),
    roleIn: (text) => roleIn({ a: "ask" }, text),
  },
  "lib/reading/office/write-sheet.ts": {
    writeSheet: (text) => writeSheet([["問題", "答案"], ...text.split("\n").map((line) => [line, line])]),
  },
  "lib/reading/office/write-slide.ts": {
    writeSlide: (text) => writeSlide(`<p:sp><a:p><a:t>${text}</a:t></a:p></p:sp>${text}`),
  },
  "lib/reading/write-table.ts": {
    writeTable: (text) => writeTable(text.split("\n").map((line) => [line, line])),
  },
  "lib/reading/pdf/join-lines.ts": { joinLines: (text) => joinLines(segmentsOf(text), false) },
  "lib/reading/pdf/write-page.ts": {
    writePage: (text) => writePage(segmentsOf(text), { body: 12, headings: [] }),
    findFontSizes: (text) => findFontSizes([{ segments: segmentsOf(text) }]),
  },
};

/** What can't be read is told by a fault. */
async function orFault(read: () => Promise<unknown>): Promise<unknown> {
  return read().catch(String);
}

/** A page's lines below each other. */
function segmentsOf(text: string): Segment[] {
  return text.split("\n").map((line, at) => ({
    text: line,
    left: 72,
    right: 72 + Math.min(400, line.length * 12),
    top: -at * 18,
    bottom: -at * 18 - 12,
    em: 12,
    isBold: false,
    isVertical: false,
    isHyphenated: false,
  }));
}
