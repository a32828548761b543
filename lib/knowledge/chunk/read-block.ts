import { isListItem } from "@/lib/language/line-kind";
import { widthOf } from "@/lib/language/split-sentences";
import { type FoundTable, findTables } from "@/lib/language/tables/find-tables";
import type { Line } from "@/lib/language/tables/table";
import { type Block, cutLine, MAX_WIDTH, TARGET_WIDTH } from "./cut-line";

/**
 * Lines as one block, or in pieces where they are too wide for one passage: a table row by row, each to be read with
 * the names of its columns, a list with the line that leads into it.
 */
export function* readBlock(text: string, lines: readonly Line[]): Generator<void, Block[], void> {
  const start = lines[0]?.start ?? 0;
  const end = lines.at(-1)?.end ?? start;
  const width = widthOf(text.slice(start, end));
  if (width <= MAX_WIDTH) return [{ start, end, width }];
  const tables = yield* findTables(text, lines);
  const firstItem = lines.findIndex((line) => isListItem(line.text));
  const lead = leadOf(lines.slice(0, Math.max(firstItem, 0)).findLast(isFilled));
  const blocks: Block[] = [];
  let next = 0;
  for (const [at, line] of lines.entries()) {
    if (at % linesAStep === 0) yield;
    if (at >= (tables[next]?.end ?? lines.length)) next++;
    const table = tables[next];
    if (!isFilled(line)) continue;
    if (table && at >= table.from) addRow(text, blocks, { line, at, table });
    else
      for (const block of cutLine(text, line))
        blocks.push(lead && firstItem >= 0 && at > firstItem ? { ...block, lead } : block);
  }
  return blocks;
}

const linesAStep = 500;
/** Columns (a CJK character is two). */
const widestLeadIn = 120;
/** UTF-16 units. */
const longestHead = 600;

/**
 * What names the columns stays with the first row, and what goes on with what is above it, as far as a
 * passage holds it.
 */
function addRow(
  text: string,
  blocks: Block[],
  { line, at, table }: { line: Line; at: number; table: FoundTable },
): void {
  const { start, end } = line;
  const width = widthOf(text.slice(start, end));
  const above = blocks.at(-1);
  const isKept = at > table.from && (at <= table.body || table.goesOn(line));
  if (above && isKept && above.width + width <= TARGET_WIDTH) {
    above.end = end;
    above.width += width;
    return;
  }
  const { lead } = table;
  const isLed = at > table.from && lead !== "" && lead.length <= longestHead;
  const pieces = width <= MAX_WIDTH ? [{ start, end, width }] : cutLine(text, line);
  for (const piece of pieces) blocks.push(isLed ? { ...piece, lead } : piece);
}

function isFilled({ text }: Line): boolean {
  return text.trim() !== "";
}

function leadOf(line: Line | undefined): string | undefined {
  const lead = line?.text.trim();
  return lead && lead.length <= widestLeadIn && widthOf(lead) <= widestLeadIn ? lead : undefined;
}
