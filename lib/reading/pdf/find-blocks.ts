import type { Segment } from "./read-segments";

/** Lines right below each other that begin at the same place: a paragraph, or what one cell of a table holds. */
export type Block = Pick<Segment, "left" | "right" | "top" | "bottom" | "em"> & { lines: Segment[] };

/** Ems from one line's bottom to the next one's. */
const widestPitch = 1.9;
/** Ems between the words of a stretched line. */
const widestStretch = 1.8;

/** Puts the segments of a page together, in the order in which the file writes them. */
export function findBlocks(segments: readonly Segment[]): Block[] {
  const blocks: Block[] = [];
  for (const segment of segments) {
    const block = blocks.at(-1);
    const above = block?.lines.at(-1);
    if (block && above && isRestOfLine(above, segment, block)) {
      above.text += ` ${segment.text}`;
      above.right = segment.right;
      above.isHyphenated = segment.isHyphenated;
      block.right = Math.max(block.right, segment.right);
      continue;
    }
    if (block && above && isBelow(above, segment, block)) {
      block.lines.push(segment);
      block.left = Math.min(block.left, segment.left);
      block.right = Math.max(block.right, segment.right);
      block.bottom = Math.min(block.bottom, segment.bottom);
    } else {
      const { left, right, top, bottom, em } = segment;
      blocks.push({ left, right, top, bottom, em, lines: [segment] });
    }
  }
  return blocks;
}

/** The rest of a line that is stretched to fill its column: the lines above it run through where its gap is. */
function isRestOfLine(line: Segment, segment: Segment, block: Block): boolean {
  const gap = segment.left - line.right;
  const overlap = Math.min(line.top, segment.top) - Math.max(line.bottom, segment.bottom);
  if (gap < 0 || gap > widestStretch * segment.em || overlap < 0.5 * (segment.top - segment.bottom))
    return false;
  const covers = ({ left, right }: Segment) => left < line.right && right > segment.left + segment.em;
  return block.lines.slice(0, -1).some(covers);
}

function isBelow(above: Segment, segment: Segment, block: Block): boolean {
  if (above.isVertical || segment.isVertical) return false;
  const pitch = above.bottom - segment.bottom;
  const isNext = pitch > 0.6 * segment.em && pitch < widestPitch * segment.em;
  const shift = segment.left - block.left;
  const isAligned = shift > -3 * segment.em && shift < 4 * segment.em;
  const isCentred = Math.abs(segment.left + segment.right - block.left - block.right) < segment.em;
  return isNext && (isAligned || isCentred) && Math.abs(segment.em - above.em) < 0.12 * above.em;
}
