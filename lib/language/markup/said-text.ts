import { parseMarkup } from "./parse-markup";
import { writeText } from "./write-text";

/** What was said in a chat without marks, for files and mails: items keep theirs, a link's address stands behind. */
export function saidText(text: string): string {
  return writeText(parseMarkup(text, "shown"), "said").text;
}
