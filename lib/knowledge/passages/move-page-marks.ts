import type { PageMark } from "./page-marks";

/**
 * The marks in a text that was corrected. Each begins a line, which is found again between the nearest lines that stand
 * in both texts once: where there are as many lines between them as before, or where it is the next one. None at all
 * where one isn't found: a text then says no page rather than a wrong one.
 */
export function movePageMarks(marks: readonly PageMark[], before: string, after: string): PageMark[] {
  if (before === after) return [...marks];
  const [oldLines, newLines] = [before, after].map(linesOf) as [Line[], Line[]];
  const moved: PageMark[] = [];
  const lineAt = new Map(oldLines.map(({ at }, line) => [at, line]));
  const anchors = findAnchors(oldLines, newLines);
  let next = 0;
  for (const [at, page] of marks) {
    const line = lineAt.get(at);
    if (line === undefined) return [];
    while ((anchors[next + 1]?.[0] ?? Number.POSITIVE_INFINITY) <= line) next++;
    const [fromOld, fromNew] = anchors[next] ?? [-1, -1];
    const [toOld, toNew] = anchors[next + 1] ?? [oldLines.length, newLines.length];
    const isInStep = line === fromOld || toOld - fromOld === toNew - fromNew;
    let found = newLines[fromNew + line - fromOld];
    if (!isInStep) {
      const isNext = oldLines.slice(fromOld + 1, line).every(({ text }) => text === "");
      found = isNext ? newLines.slice(fromNew + 1).find(({ text }) => text !== "") : undefined;
    }
    if (!found) return [];
    moved.push([found.at, page]);
  }
  return moved;
}

type Line = { at: number; text: string };

function linesOf(text: string): Line[] {
  let at = 0;
  return text.split("\n").map((line) => {
    const found = { at, text: line };
    at += line.length + 1;
    return found;
  });
}

/** Numbers of lines that are the same in both, in order, from before the first to after the last. */
function findAnchors(oldLines: readonly Line[], newLines: readonly Line[]): [number, number][] {
  const anchors: [number, number][] = [[-1, -1]];
  const [inOld, inNew] = [oldLines, newLines].map(onceOf) as [Map<string, number>, Map<string, number>];
  for (const [text, line] of inOld) {
    const found = inNew.get(text) ?? -1;
    if (found > (anchors.at(-1)?.[1] ?? -1)) anchors.push([line, found]);
  }
  anchors.push([oldLines.length, newLines.length]);
  return anchors;
}

/** Where lines stand that come only once, in their order. */
function onceOf(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Map(lines.flatMap(({ text }, line) => (counts.get(text) === 1 ? [[text, line]] : [])));
}
