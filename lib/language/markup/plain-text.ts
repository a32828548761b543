import { parseMarkup } from "./parse-markup";
import type { MarkupMode } from "./tree";
import { writeText } from "./write-text";

/** The words of a text without any marks. */
export function plainText(source: string, mode: MarkupMode): string {
  return writeText(parseMarkup(source, mode), "plain").text;
}
