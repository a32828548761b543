import path from "node:path";
import type { ApartReader } from "@/lib/reading/apart/apart-reader";
import type { ColumnMapping } from "@/lib/reading/office/sheet-columns";
import type { Reading } from "@/lib/reading/reading";
import { encodingNamed, type TextEncoding } from "@/lib/reading/text-encodings";
import { spoolFile } from "@/lib/storage/spool-file";
import type { Came } from "./visit-page";

export type PageReader = {
  /** The bundle of `lib/reading/reader-main`. */
  reader: string;
  /** The folder of what isn't whole yet. */
  spool: () => string;
};

const fileEnding = /\.(?:pdf|docx?|pptx|xlsx?|ods|csv|tsv|md|markdown|txt|html?|zip)$/i;

/** Reads what came, in a process beside this one, in the encoding that somebody or its server says. */
export function readPage(
  apart: ApartReader,
  spool: string,
  came: Came,
  { encoding, columns }: { encoding: TextEncoding | undefined; columns: ColumnMapping | undefined },
  signal: AbortSignal,
): Promise<Reading> {
  async function* bytes() {
    yield came.body;
  }
  return spoolFile(spool, bytes(), came.body.byteLength, (file) =>
    apart.read(file.path, {
      name: nameOf(came),
      signal,
      encoding: encoding ?? encodingNamed(came.charset),
      ...(columns && { columns }),
    }),
  );
}

const endings: Readonly<Record<string, string>> = {
  "text/html": ".html",
  "application/xhtml+xml": ".html",
  "text/csv": ".csv",
  "text/markdown": ".md",
  "text/plain": ".txt",
};

/** A page without a title is called so; the ending tells kinds of text apart. */
function nameOf({ address, mediaType }: Came): string {
  const { pathname, hostname } = new URL(address);
  const last = decode(path.posix.basename(pathname)).replace(/[/\\\0]/g, "") || hostname;
  return fileEnding.test(last) ? last : `${last.slice(0, 100)}${endings[mediaType] ?? ""}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
