const opening = /^ {0,3}(`{3,}|~{3,})/u;

/**
 * For each line of a text whether it stands in a code fence, the fence's own two lines included. One that isn't closed
 * is none.
 */
export function findFences(lines: readonly string[]): boolean[] {
  const isFenced = lines.map(() => false);
  let from = -1;
  let fence = "";
  for (const [at, line] of lines.entries()) {
    const marks = opening.exec(line)?.[1];
    if (marks === undefined) continue;
    if (from < 0) {
      // Backticks in one line with others are code within a sentence.
      if (marks.startsWith("`") && line.trimStart().slice(marks.length).includes("`")) continue;
      from = at;
      fence = marks;
    } else if (marks.startsWith(fence) && line.trim() === marks) {
      isFenced.fill(true, from, at + 1);
      from = -1;
    }
  }
  return isFenced;
}
