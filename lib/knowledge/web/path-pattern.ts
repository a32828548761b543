/**
 * Whether a path with its query matches a pattern as robots.txt has them: it begins so, `*` stands for anything, `$` at
 * the end for the end. Source: RFC 9309, 2.2.3. Takes time in proportion to the path for each piece between stars; who
 * calls bounds both.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith("$");
  const [head = "", ...pieces] = (isWhole ? pattern.slice(0, -1) : pattern).split("*");
  if (!path.startsWith(head)) return false;
  if (isWhole && pieces.length === 0) return path === head;
  const last = isWhole ? pieces.pop() : undefined;
  let at = head.length;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return last === undefined || (path.endsWith(last) && path.length - last.length >= at);
}
