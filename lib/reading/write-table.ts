/** Rows as a table of Markdown, the first one its head; each has as many cells as the widest. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0) return "";
  const [head = [], ...body] = rows;
  const rule = `|${" --- |".repeat(width)}`;
  return [writeRow(head, width), rule, ...body.map((row) => writeRow(row, width))].join("\n");
}

function writeRow(row: readonly string[], width: number): string {
  return `|${Array.from({ length: width }, (_, at) => ` ${cellOf(row[at] ?? "")} |`).join("")}`;
}

/** In one line, with a pipe that ends no cell. */
function cellOf(text: string): string {
  return text.replace(/\s+/gu, " ").trim().replaceAll("|", "\\|");
}
