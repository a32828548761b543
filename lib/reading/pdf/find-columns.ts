import type { Block } from "./find-blocks";
import type { Row } from "./find-rows";

export type Column = { left: number; right: number };

/**
 * The columns of a table that these rows, of two cells or more, make together; null when the rows don't stand below
 * each other in columns.
 */
export function findColumns(rows: readonly Row[]): Column[] | null {
  const cells = rows.flat().sort((a, b) => a.right - a.left - (b.right - b.left));
  const columns: Column[] = [];
  for (const cell of cells) {
    const hit = columns.filter((column) => overlaps(column, cell));
    const [column] = hit;
    if (!column) columns.push({ left: cell.left, right: cell.right });
    else if (hit.length === 1) {
      column.left = Math.min(column.left, cell.left);
      column.right = Math.max(column.right, cell.right);
    }
  }
  columns.sort((a, b) => a.left - b.left);
  mergeColumns(columns, rows);
  if (columns.length < 2 || columns.length > 40) return null;
  const isInOrder = rows.every((row) => {
    const at = row.map((cell) => columnOf(columns, cell));
    return at.every((column, index) => index === 0 || column > (at[index - 1] ?? -1));
  });
  return isInOrder ? columns : null;
}

/** Neighbours of which no row has both are one: a head in the middle of its column, numbers at its end. */
function mergeColumns(columns: Column[], rows: readonly Row[]): void {
  for (let at = columns.length - 1; at > 0; at--) {
    const [left, right] = [columns[at - 1], columns[at]];
    if (!left || !right) continue;
    const hasBoth = rows.some(
      (row) => row.filter((cell) => overlaps(left, cell) || overlaps(right, cell)).length > 1,
    );
    if (hasBoth) continue;
    left.right = right.right;
    columns.splice(at, 1);
  }
}

/** The first column that a cell reaches into. */
export function columnOf(columns: readonly Column[], cell: Block): number {
  return columns.findIndex((column) => overlaps(column, cell));
}

function overlaps(column: Column, { left, right }: Pick<Block, "left" | "right">): boolean {
  return Math.min(column.right, right) - Math.max(column.left, left) > 0.5;
}
