import type { OnProgress, Read } from "../reading";
import { ReadingError } from "../reading-error";
import { readingLimits } from "../reading-limits";
import { renderPage } from "../scan/render-page";
import type { ScanReader } from "../scan/scan-reader";
import { dropRunningHeads } from "./drop-running-heads";
import { loadPdfium, type Pdfium } from "./pdfium";
import { readSegments, type Segment } from "./read-segments";
import { findFontSizes, writePage } from "./write-page";

/** Of fpdfview.h. */
const passwordError = 4;
const imageObject = 3;
/** Objects of a page without text that are looked at for a picture. */
const mostObjects = 50;
/** Characters of a page that shows a picture: a scan with a stamp or a page number on it is still a scan. */
const fewCharacters = 15;

type Page = { height: number; segments: Segment[]; hasPicture: boolean };

/**
 * The pages of a PDF that have text; those that are scans too, where there is what recognises them. Throws ReadingError
 * `encrypted`, `broken`, `too_many_pages`, `scanned` (nothing but pictures), `no_text` or `too_much_memory`.
 */
export async function readPdf(
  bytes: Buffer,
  scans: ScanReader | null,
  onProgress: OnProgress,
): Promise<Read> {
  let isFull = false;
  const pdfium = await loadPdfium(readingLimits.pdfMemoryBytes, () => {
    isFull = true;
  });
  try {
    return await readPages(pdfium, bytes, scans, onProgress);
  } catch (error) {
    throw isFull ? new ReadingError("too_much_memory", { cause: error }) : error;
  }
}

async function readPages(
  pdfium: Pdfium,
  bytes: Buffer,
  scanReader: ScanReader | null,
  onProgress: OnProgress,
): Promise<Read> {
  const document = openDocument(pdfium, bytes);
  const count = pdfium._FPDF_GetPageCount(document);
  if (count < 1) throw new ReadingError("broken");
  if (count > readingLimits.pages) throw new ReadingError("too_many_pages");
  const pages: Page[] = [];
  for (let index = 0; index < count; index++) {
    pages.push(readPage(pdfium, document, index));
    if (index % 10 === 9) onProgress(index + 1, count);
  }
  const kept = dropRunningHeads(pages);
  const sizes = findFontSizes(kept);
  const texts = kept.map(({ segments }) => writePage(segments, sizes));
  const isScan = (index: number) => {
    const { hasPicture, segments } = pages[index] ?? { hasPicture: false, segments: [] };
    return hasPicture && segments.reduce((sum, { text }) => sum + text.length, 0) < fewCharacters;
  };
  const pictures = [...pages.keys()].filter(isScan);
  const recognised = scanReader ? await readScans(pdfium, document, pictures, scanReader, onProgress) : [];
  const scanned = new Map(recognised.map(({ index, text }) => [index, text]));
  const scans = pictures.filter((index) => !scanned.has(index));
  if (scans.length > 0 && scans.length === pages.length) throw new ReadingError("scanned");
  const parts = texts.flatMap((text, index) => {
    const fromScan = scanned.get(index);
    if (fromScan !== undefined) return [{ text: fromScan, page: index + 1, isScan: true }];
    return text ? [{ text, page: index + 1 }] : [];
  });
  if (parts.length === 0) throw new ReadingError(scans.length > 0 ? "scanned" : "no_text");
  const empty = texts.flatMap((text, index) => (text || pictures.includes(index) ? [] : [index]));
  const notes = [
    ...scans.map((index) => ({ fault: "scanned" as const, page: index + 1 })),
    ...[...scanned.keys()].map((index) => ({ fault: "from_scan" as const, page: index + 1 })),
    ...empty.map((index) => ({ fault: "no_text" as const, page: index + 1 })),
  ];
  return { parts, notes: notes.sort((a, b) => a.page - b.page) };
}

/**
 * The text of pages that show pictures only. Those in which no letter is recognised are left out, and where the
 * recogniser fails, all that it had not read by then.
 */
async function readScans(
  pdfium: Pdfium,
  document: number,
  indexes: readonly number[],
  scans: ScanReader,
  onProgress: OnProgress,
): Promise<{ index: number; text: string }[]> {
  const found: { index: number; text: string }[] = [];
  try {
    const read = indexes.slice(0, await scans.begin(indexes.length));
    for (const [at, index] of read.entries()) {
      const page = pdfium._FPDF_LoadPage(document, index);
      const picture = page === 0 ? null : renderPage(pdfium, page);
      if (page !== 0) pdfium._FPDF_ClosePage(page);
      const text = picture ? await scans.read(picture) : "";
      if (text !== "") found.push({ index, text });
      onProgress(at + 1, read.length);
    }
  } catch {
    // They are told to be scans, as where nothing is installed.
  } finally {
    scans.end();
  }
  return found;
}

function openDocument(pdfium: Pdfium, bytes: Buffer): number {
  const at = pdfium.wasmExports.malloc(bytes.length);
  if (at === 0) throw new ReadingError("too_much_memory");
  pdfium.HEAPU8.set(bytes, at);
  const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
  if (document !== 0) return document;
  throw new ReadingError(pdfium._FPDF_GetLastError() === passwordError ? "encrypted" : "broken");
}

function readPage(pdfium: Pdfium, document: number, index: number): Page {
  const page = pdfium._FPDF_LoadPage(document, index);
  if (page === 0) return { height: 0, segments: [], hasPicture: false };
  const height = pdfium._FPDF_GetPageHeightF(page);
  const textPage = pdfium._FPDFText_LoadPage(page);
  const segments = textPage === 0 ? [] : readSegments(pdfium, textPage);
  if (textPage !== 0) pdfium._FPDFText_ClosePage(textPage);
  const isShort = segments.reduce((sum, { text }) => sum + text.length, 0) < fewCharacters;
  const hasPicture = isShort && showsPicture(pdfium, page);
  pdfium._FPDF_ClosePage(page);
  return { height, segments, hasPicture };
}

function showsPicture(pdfium: Pdfium, page: number): boolean {
  const count = Math.min(pdfium._FPDFPage_CountObjects(page), mostObjects);
  for (let index = 0; index < count; index++) {
    const object = pdfium._FPDFPage_GetObject(page, index);
    if (pdfium._FPDFPageObj_GetType(object) === imageObject) return true;
  }
  return false;
}
