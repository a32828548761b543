import type { Block } from "./find-blocks";

/** Blocks beside each other, from left to right. */
export type Row = Block[];

/** More lines in one block are a column of text and no cell. */
const mostLinesOfCell = 12;

/** Groups blocks that stand beside each other. A block alone is a row of its own. */
export function findRows(blocks: readonly Block[]): Row[] {
  const rows: Row[] = [];
  for (const block of blocks) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    if (row && before && isBeside(before, block)) row.push(block);
    else rows.push([block]);
  }
  return rows;
}

function isBeside(before: Block, block: Block): boolean {
  if (before.lines.length > mostLinesOfCell || block.lines.length > mostLinesOfCell) return false;
  const overlap = Math.min(before.top, block.top) - Math.max(before.bottom, block.bottom);
  const height = Math.min(before.top - before.bottom, block.top - block.bottom);
  return block.left >= before.right - 0.2 * block.em && overlap >= height * 0.5;
}
