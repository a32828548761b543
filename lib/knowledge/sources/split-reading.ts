import { documentLimits } from "@/lib/knowledge/documents/document-limits";
import type { PageMark } from "@/lib/knowledge/passages/page-marks";
import { cleanLine } from "@/lib/language/clean-text";
import { cutText } from "@/lib/language/cut-text";
import type { ReadingPart } from "@/lib/reading/reading";

/** A document in the making. */
export type SourceDocument = {
  /** The same when the file is read again. */
  key: string;
  title: string;
  content: string;
  /** `pages`: where each begins in the content, as in `PageMark`; of what has pages. `scans`: those recognised. */
  place: Omit<ReadingPart, "text" | "isScan"> & { pages?: PageMark[]; scans?: number[] };
};

/** UTF-16 units: never more code points than a document may have. */
const longest = documentLimits.content;

/**
 * What was read, as documents: one a sheet and a file of an archive, the pages of each together; what is longer than a
 * document may be is cut between paragraphs or rows, each piece of a table with its head.
 */
export function splitReading(title: string, parts: readonly ReadingPart[]): SourceDocument[] {
  const groups = Map.groupBy(parts, ({ sheet = "", entry = "" }) => JSON.stringify([entry, sheet]));
  const sheets = new Set(parts.map(({ sheet }) => sheet)).size;
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    const name = titleOf(title, first, sheets > 1);
    const pieces = packPages(group);
    const scanned = new Set(group.flatMap(({ isScan, page }) => (isScan && page !== undefined ? page : [])));
    return pieces.map(({ text, page, pages }, at) => ({
      key: at === 0 ? key : `${key}#${at + 1}`,
      title: pieces.length > 1 ? withNumber(name, `${at + 1}/${pieces.length}`) : name,
      content: text,
      place: {
        ...(page !== undefined && { page }),
        ...(pages.length > 0 && { pages }),
        ...(pages.some(([, number]) => scanned.has(number)) && {
          scans: pages.flatMap(([, number]) => (scanned.has(number) ? number : [])),
        }),
        ...(first?.sheet && { sheet: first.sheet }),
        ...(first?.entry && { entry: first.entry }),
        ...(first?.columns && at === 0 && { columns: first.columns }),
      },
    }));
  });
}

function titleOf(title: string, part: ReadingPart | undefined, hasSheets: boolean): string {
  const file = part?.entry
    ?.split("/")
    .at(-1)
    ?.replace(/\.\w{1,10}$/, "");
  const names = [file || title, ...(hasSheets && part?.sheet ? [part.sheet] : [])];
  return cutText(cleanLine(names.join(" · ").slice(0, 1_000)), documentLimits.title) || "—";
}

function withNumber(title: string, number: string): string {
  return `${cutText(title, documentLimits.title - number.length - 2)}（${number}）`;
}

type Cut = { text: string; page?: number };
type Piece = Cut & { pages: PageMark[] };

function packPages(parts: readonly ReadingPart[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { text, page } of parts.flatMap(cutPart)) {
    let last = pieces.at(-1);
    if (last && last.text.length + text.length + 2 <= longest) last.text += "\n\n";
    else {
      last = { text: "", page, pages: [] };
      pieces.push(last);
    }
    if (page !== undefined) last.pages.push([last.text.length, page]);
    last.text += text;
  }
  return pieces;
}

function cutPart({ text, page }: ReadingPart): Cut[] {
  if (text.length <= longest) return [{ text, page }];
  const pieces: Cut[] = [];
  let rest = text;
  while (rest.length > longest) {
    const at = cutPlace(rest);
    pieces.push({ text: rest.slice(0, at).trimEnd(), page });
    rest = (headAt(rest, at) + rest.slice(at).replace(/^\n+/, "")).trimEnd();
  }
  return [...pieces, { text: rest, page }];
}

/**
 * Before the last paragraph, row or word that doesn't fit; what has none is cut in the middle, not between two
 * halves of a character.
 */
function cutPlace(text: string): number {
  const head = text.slice(0, longest);
  const least = longest / 2;
  for (const mark of ["\n\n", "\n", "。", " "]) {
    const at = head.lastIndexOf(mark);
    if (at > least) return mark === "。" ? at + 1 : at;
  }
  return /[\ud800-\udbff]$/.test(head) ? longest - 1 : longest;
}

/** UTF-16 units of a table's head that come again. */
const longestHead = 5_000;

/** The head of the table that is cut there, or nothing. */
function headAt(text: string, at: number): string {
  if (text[at] !== "\n" || !text.startsWith("|", at + 1)) return "";
  const start = text.lastIndexOf("\n\n", at) + (text.lastIndexOf("\n\n", at) < 0 ? 1 : 2);
  const head = text.slice(start, start + longestHead).split("\n", 2);
  return /^\|[ -|]+\|$/.test(head[1] ?? "") ? `${head.join("\n")}\n` : "";
}
