import type { Segment } from "./read-segments";

export const cjk = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** A line behind the paragraph that it goes on with. */
export function joinTwo(before: string, above: Segment, text: string): string {
  if (above.isHyphenated) return before + text;
  const isCjk =
    cjk.test(lastOf(before)) || cjk.test(text.charAt(0)) || text.codePointAt(0) !== text.charCodeAt(0);
  return isCjk ? before + text : `${before} ${text}`;
}

function lastOf(text: string): string {
  const last = text.at(-1) ?? "";
  return /[\udc00-\udfff]/.test(last) ? text.slice(-2) : last;
}
