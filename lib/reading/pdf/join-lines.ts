import { listMarker } from "@/lib/language/line-kind";
import { escapeText } from "../escape-text";
import { addLine, cjk } from "./add-line";
import type { Segment } from "./read-segments";

/**
 * The paragraphs of a block: a line goes on in the next one when it is full, that is, when the next one's first word
 * had no room in it.
 * @param pageRight where the page's text ends
 * @param isOne whether the block is one text whatever its lines look like: a heading, a cell
 */
export function joinLines(lines: readonly Segment[], isOne: boolean, pageRight = 0): string[] {
  const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
  const paragraphs: string[][] = [];
  let above: Segment | null = null;
  const goesTo = (edge: number) => lines.map((line, at) => isOne || goesOn(lines[at - 1], line, edge));
  // Most lines of a text are full; where few are, those may only happen to be the longest.
  const full = goesTo(right);
  const isText = full.filter(Boolean).length * 2 >= lines.length - 1;
  const goes = isText ? full : goesTo(Math.max(right, pageRight));
  for (const [at, line] of lines.entries()) {
    const text = escapeStart(escapeText(line.text.trim()));
    const paragraph = goes[at] ? paragraphs.at(-1) : undefined;
    if (above && paragraph) addLine(paragraph, above, text);
    else paragraphs.push([text]);
    above = line;
  }
  return paragraphs.map((pieces) => withMarker(pieces.join("")));
}

function goesOn(above: Segment | undefined, line: Segment, right: number): boolean {
  if (!above) return false;
  if (above.isHyphenated) return true;
  if (above.text === line.text) return false;
  const marker = listMarker(line.text);
  // 「中正第」 above 「二、松山」: a number in the middle of a sentence.
  if (marker && (marker.style !== "han" || /[。．：:；;」）)]$/u.test(above.text))) return false;
  const pitch = above.bottom - line.bottom;
  // In a narrow box names are set apart, and sentences end by themselves.
  const width = right - above.left;
  if (width < 4 * line.em) return false;
  const isNarrow = width < 15 * line.em;
  if (isNarrow && (pitch > 1.52 * line.em || /[。！？!?]$/u.test(above.text))) return false;
  const [word = ""] = line.text.slice(0, 60).split(/\s/u);
  const firstWidth = cjk.test(word.charAt(0))
    ? 2.2 * line.em
    : ((line.right - line.left) * Math.min(word.length + 1, line.text.length)) /
      Math.max(1, line.text.length);
  return above.right + firstWidth >= right - 0.1 * line.em;
}

/** A paragraph that begins like a heading or a fence of Markdown is none. */
function escapeStart(text: string): string {
  return /^(?:#{1,6}\s|```|~~~)/.test(text) ? `\\${text}` : text;
}

/** The marks that files draw before items, as Markdown's. */
function withMarker(text: string): string {
  return text.replace(/^[•●▪■◦○‣\uf0b7\uf06c\uf0a7]\s{0,4}(?=\S)/u, "- ");
}
