import { readingLimits } from "../reading-limits";
import { joinScannedLines } from "./join-scanned-lines";
import { hasRecogniser, openRecogniser, type Recogniser } from "./recogniser";

/** What recognises the scanned pages of one file. */
export type ScanReader = {
  /** Starts, for so many pages of a document. Returns how many of them may be read: a file has a bound for all. */
  begin: (pages: number) => Promise<number>;
  /** @param picture a grey PNM file. Returns its text, "" where it has none. Throws where it can't be recognised. */
  read: (picture: Buffer) => Promise<string>;
  end: () => void;
  /** What the recogniser threw outside of what it promised; false where none is at work. */
  fail: (error: unknown) => boolean;
};

/**
 * Null where `npm run ocr:add` has installed nothing in the folder. A recogniser that breaks or takes too long throws
 * at `begin` or `read`.
 * @param onBegin is told how many pages are read next
 */
export function createScanReader(
  folder: string,
  onBegin: (pages: number) => Promise<void>,
): ScanReader | null {
  if (!hasRecogniser(folder)) return null;
  let recogniser: Recogniser | null = null;
  let failed = Promise.withResolvers<never>();
  let isAtWork = false;
  let left: number = readingLimits.scannedPages;
  let until = 0;
  const within = async <T>(work: Promise<T>): Promise<T> => {
    const ms = Math.min(until - performance.now(), readingLimits.scanStuckMs);
    const timer = setTimeout(() => failed.reject(new Error("the recogniser takes too long")), ms);
    return Promise.race([work, failed.promise]).finally(() => clearTimeout(timer));
  };
  return {
    begin: async (wanted) => {
      const pages = Math.min(wanted, left);
      left -= pages;
      if (pages === 0) return 0;
      failed = Promise.withResolvers<never>();
      // It may fail between two pages, when nobody waits.
      failed.promise.catch(() => {});
      isAtWork = true;
      await onBegin(pages);
      until = performance.now() + pages * readingLimits.scannedPageMs;
      recogniser = await within(openRecogniser(folder, failed.reject));
      return pages;
    },
    read: async (picture) => {
      if (!recogniser) throw new Error("the recogniser has not begun");
      return joinScannedLines(await within(recogniser.read(picture)));
    },
    end: () => {
      isAtWork = false;
      // Its thread ends with the process at the latest.
      void recogniser?.close().catch(() => {});
      recogniser = null;
    },
    fail: (error) => {
      if (isAtWork) failed.reject(error);
      return isAtWork;
    },
  };
}
