import type { MappedText } from "./mapped-text";
import { parseMarkup } from "./parse-markup";
import { writeText } from "./write-text";

/**
 * A stretch of a document as its readers see it and as a chat says it, each with the way back to the document's
 * offsets.
 */
export type ReadText = { seen: MappedText; said: MappedText };

/**
 * Reads `source.slice(from, to)`, a stretch between whole lines or within one, as Markdown. Offsets are those of
 * `source`.
 */
export function readText(source: string, from = 0, to = source.length): ReadText {
  const blocks = parseMarkup(source.slice(from, to), "document", isWithinFence(source, from));
  return { seen: writeText(blocks, "seen", from), said: writeText(blocks, "said", from) };
}

/** Whether an offset lies within a fence of code; a text without fences costs one look. */
function isWithinFence(source: string, at: number): boolean {
  const before = source.slice(0, at);
  if (!before.includes("```") && !before.includes("~~~")) return false;
  return (before.match(/^[ \t]{0,8}(?:`{3,}[^`\n]*|~{3,}(?!~)[^\n]*)$/gm)?.length ?? 0) % 2 === 1;
}
