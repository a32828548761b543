import type { Segment } from "./read-segments";

export const cjk = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/**
 * Puts a line behind the paragraph that it goes on with. A paragraph is a list of pieces: one text, read at its end
 * after each line, would be copied as a whole each time.
 */
export function addLine(paragraph: string[], above: Segment, text: string): void {
  const piece = above.isHyphenated || isJoined(paragraph.at(-1) ?? "", text) ? text : ` ${text}`;
  if (piece !== "") paragraph.push(piece);
}

function isJoined(before: string, text: string): boolean {
  return cjk.test(lastOf(before)) || cjk.test(text.charAt(0)) || text.codePointAt(0) !== text.charCodeAt(0);
}

function lastOf(text: string): string {
  const last = text.at(-1) ?? "";
  return /[\udc00-\udfff]/.test(last) ? text.slice(-2) : last;
}
