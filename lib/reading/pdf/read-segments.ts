import type { Pdfium } from "./pdfium";

/** A run of text on one line without a wide gap. Lengths are points from the page's left and bottom. */
export type Segment = {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The font's size. */
  em: number;
  isBold: boolean;
  isVertical: boolean;
  /** It ends with a hyphen that only the line's end called for; the hyphen isn't in the text. */
  isHyphenated: boolean;
};

/** Ems. Wider is what lies between two cells of a table or two columns. */
const widestSpace = 1.05;
const brokenSpace = 0.35;
const boldWeight = 600;
const highestBox = 2;

/** The segments of a page in the order in which the file writes them. */
export function readSegments(pdfium: Pdfium, textPage: number): Segment[] {
  const count = pdfium._FPDFText_CountChars(textPage);
  const at = pdfium.wasmExports.malloc(16);
  const segments: Segment[] = [];
  let current: Segment | null = null;
  let space = "";
  // Whether PDFium sees a new line here; it does behind what is raised, too.
  let isBroken = false;
  for (let index = 0; index < count; index++) {
    const code = pdfium._FPDFText_GetUnicode(textPage, index);
    const isGenerated = pdfium._FPDFText_IsGenerated(textPage, index) === 1;
    if (code === 0 || (isGenerated && code === 32) || isBlank(code)) {
      space = code === 0x3000 ? "\u3000" : " ";
      continue;
    }
    if (code === 10 || code === 13) {
      isBroken = true;
      continue;
    }
    if (code === 2 || code === 0xfffe) {
      if (current) current.isHyphenated = true;
      current = null;
      continue;
    }
    if (code < 32) continue;
    const loose = readBox(pdfium, textPage, index, at);
    const em = emOf(pdfium, textPage, index, loose);
    const box = narrowBox(pdfium, textPage, index, loose, em);
    const character = String.fromCodePoint(code);
    if (current && continues(current, box, isBroken)) {
      // Latin letters have lower boxes than Chinese ones of the same size.
      const isSmall = isRaised(current, box) && em < 0.85 * current.em;
      const written = isSmall ? raise(character) : character;
      current.text += (current.isVertical ? "" : space) + written;
      current.left = Math.min(current.left, box.left);
      current.right = Math.max(current.right, box.right);
      current.top = Math.max(current.top, box.top);
      current.bottom = Math.min(current.bottom, box.bottom);
    } else {
      const isBold = pdfium._FPDFText_GetFontWeight(textPage, index) >= boldWeight;
      current = { text: character, ...box, em, isBold, isVertical: false, isHyphenated: false };
      segments.push(current);
    }
    space = "";
    isBroken = false;
  }
  pdfium.wasmExports.free(at);
  return segments.map((segment) => ({ ...segment, text: segment.text.toWellFormed() }));
}

type Box = Pick<Segment, "left" | "right" | "top" | "bottom">;

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b);
}

/** Whether a character stands on the segment's line, right behind it; or right below it, in vertical text. */
function continues(segment: Segment, box: Box, isBroken: boolean): boolean {
  const { em } = segment;
  // A new line below one short word, as in a column of prices, is no vertical text: there PDFium sees none.
  const isFirst = !isBroken && segment.text.length <= 2 && segment.right - segment.left < 1.5 * em;
  if (segment.isVertical || isFirst) {
    const isBelow = box.top <= segment.bottom + em / 2 && segment.bottom - box.top < widestSpace * em;
    if (Math.abs(box.left - segment.left) < em * 0.3 && isBelow) {
      segment.isVertical = true;
      return true;
    }
    if (segment.isVertical) return false;
  }
  const overlap = Math.min(segment.top, box.top) - Math.max(segment.bottom, box.bottom);
  const height = Math.min(segment.top - segment.bottom, box.top - box.bottom);
  const gap = box.left - segment.right;
  return overlap >= height * 0.4 && gap <= (isBroken ? brokenSpace : widestSpace) * em && gap >= -em;
}

/** A note's number or a power: smaller than what it follows, and above its foot. */
function isRaised(segment: Segment, box: Box): boolean {
  const height = box.top - box.bottom;
  const isSmaller = height < 0.8 * (segment.top - segment.bottom);
  return isSmaller && !segment.isVertical && box.bottom > segment.bottom + 0.15 * segment.em;
}

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Digits stay apart from the number that they stand behind. */
function raise(character: string): string {
  return raised[Number.parseInt(character, 10)] ?? character;
}

/** FS_RECTF of fpdfview.h: left, top, right, bottom. */
function readBox(pdfium: Pdfium, textPage: number, index: number, at: number): Box {
  pdfium._FPDFText_GetLooseCharBox(textPage, index, at);
  const floats = pdfium.HEAPF32;
  const [left = 0, top = 0, right = 0, bottom = 0] = [0, 1, 2, 3].map((offset) => floats[at / 4 + offset]);
  return { left, right: Math.max(left, right), top: Math.max(top, bottom), bottom: Math.min(top, bottom) };
}

/**
 * Some fonts say that their letters are three times as high as they are: the line is then measured from its
 * foot, the baseline.
 */
function narrowBox(pdfium: Pdfium, textPage: number, index: number, box: Box, em: number): Box {
  if (box.top - box.bottom < highestBox * em) return box;
  const at = pdfium.wasmExports.malloc(16);
  const isKnown = pdfium._FPDFText_GetCharOrigin(textPage, index, at, at + 8) === 1;
  const foot = pdfium.HEAPF64[at / 8 + 1] ?? 0;
  pdfium.wasmExports.free(at);
  return isKnown && foot > box.bottom && foot < box.top
    ? { ...box, top: foot + 0.9 * em, bottom: foot - 0.25 * em }
    : box;
}

/** The font's size as it is drawn: some files write it as 1 and scale the text. */
function emOf(pdfium: Pdfium, textPage: number, index: number, box: Box): number {
  const at = pdfium.wasmExports.malloc(24);
  const size = pdfium._FPDFText_GetFontSize(textPage, index);
  const isKnown = pdfium._FPDFText_GetMatrix(textPage, index, at) === 1;
  const floats = pdfium.HEAPF32.subarray(at / 4, at / 4 + 6);
  const scale = isKnown ? Math.hypot(floats[2] ?? 0, floats[3] ?? 0) : 0;
  pdfium.wasmExports.free(at);
  const height = box.top - box.bottom;
  const em = size * scale;
  return em > height * 0.2 && em < height * 2.5 ? em : Math.max(1, height / 1.2);
}
