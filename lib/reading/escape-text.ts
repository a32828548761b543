/** Plain text in which nothing is read as a mark of Markdown that its writer didn't mean as one. */
export function escapeText(text: string): string {
  let escaped = text;
  if (escaped.includes("\\")) escaped = escaped.replace(/\\(?=[!-/:-@[-`{-~])/g, "\\\\");
  if (isTwice(escaped, "*")) escaped = escaped.replaceAll("*", "\\*");
  if (isTwice(escaped, "`")) escaped = escaped.replaceAll("`", "\\`");
  if (escaped.includes("~~")) escaped = escaped.replaceAll("~~", "\\~~");
  if (escaped.includes("](")) escaped = escaped.replaceAll("](", "]\\(");
  if (escaped.includes("<")) escaped = escaped.replace(/<(?=[a-z/!?])/gi, "\\<");
  return escaped;
}

function isTwice(text: string, mark: string): boolean {
  const first = text.indexOf(mark);
  return first >= 0 && text.includes(mark, first + 1);
}
