export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

/**
 * How `after` differs from `before`: lines that stayed, and within short changed stretches the words that did. Follows
 * Myers, “An O(ND) Difference Algorithm and Its Variations” (1986), with a bound on the differences: texts that have
 * more of them than that are shown as one replaced by the other, so the time is linear in their length.
 */
export function diffTexts(before: string, after: string): DiffPart[] {
  const parts = diffTokens(splitLines(before), splitLines(after), mostLineEdits);
  const refined: DiffPart[] = [];
  for (let at = 0; at < parts.length; at++) {
    const [part, next] = [parts[at], parts[at + 1]];
    if (!part) continue;
    const isChange = part.kind === "removed" && next?.kind === "added";
    if (isChange && part.text.length + next.text.length <= longestRefined) {
      refined.push(...diffTokens(splitWords(part.text), splitWords(next.text), mostWordEdits));
      at++;
    } else refined.push(part);
  }
  return join(refined);
}

const mostLineEdits = 1_000;
const mostWordEdits = 400;
/** In UTF-16 units. */
const longestRefined = 4_000;

function splitLines(text: string): string[] {
  return text.split(/(?<=\n)/);
}

/** Latin words and numbers whole, every other character by itself. */
function splitWords(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{N}]+|\s+|./gsu) ?? [];
}

function diffTokens(before: readonly string[], after: readonly string[], mostEdits: number): DiffPart[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  const middle = findEdits(before.slice(start, endBefore), after.slice(start, endAfter), mostEdits);
  return join([
    { kind: "same", text: before.slice(0, start).join("") },
    ...middle,
    { kind: "same", text: before.slice(endBefore).join("") },
  ]);
}

function findEdits(before: readonly string[], after: readonly string[], mostEdits: number): DiffPart[] {
  const replaced: DiffPart[] = [
    { kind: "removed", text: before.join("") },
    { kind: "added", text: after.join("") },
  ];
  if (before.length === 0 || after.length === 0) return replaced;
  const most = Math.min(before.length + after.length, mostEdits);
  // How far each diagonal k = x - y reaches, for each number of edits.
  const history: Int32Array[] = [];
  let reach = new Int32Array(2 * most + 3);
  const middle = most + 1;
  for (let edits = 0; edits <= most; edits++) {
    history.push(reach.slice());
    for (let k = -edits; k <= edits; k += 2) {
      const isDown = k === -edits || (k !== edits && at(reach, middle + k - 1) < at(reach, middle + k + 1));
      let x = isDown ? at(reach, middle + k + 1) : at(reach, middle + k - 1) + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x++;
      reach[middle + k] = x;
      if (x >= before.length && x - k >= after.length) return trace(before, after, history, middle);
    }
    reach = reach.slice();
  }
  return replaced;
}

/** Walks back from the ends of both texts. */
function trace(
  before: readonly string[],
  after: readonly string[],
  history: readonly Int32Array[],
  middle: number,
): DiffPart[] {
  const parts: DiffPart[] = [];
  let [x, y] = [before.length, after.length];
  for (let edits = history.length - 1; edits >= 0; edits--) {
    const reach = history[edits] ?? new Int32Array();
    const k = x - y;
    const isDown = k === -edits || (k !== edits && at(reach, middle + k - 1) < at(reach, middle + k + 1));
    const fromX = edits === 0 ? 0 : isDown ? at(reach, middle + k + 1) : at(reach, middle + k - 1);
    const fromY = edits === 0 ? 0 : fromX - (isDown ? k + 1 : k - 1);
    const changedX = isDown ? fromX : fromX + 1;
    const stayed = edits === 0 ? before.slice(0, x) : before.slice(changedX, x);
    parts.push({ kind: "same", text: stayed.join("") });
    if (edits > 0) {
      if (isDown) parts.push({ kind: "added", text: after[fromY] ?? "" });
      else parts.push({ kind: "removed", text: before[fromX] ?? "" });
    }
    [x, y] = [fromX, fromY];
  }
  return parts.toReversed();
}

function at(reach: Int32Array, index: number): number {
  return reach[index] ?? 0;
}

/** Neighbours of one kind become one; within a change what went stands before what came. */
function join(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let removed = "";
  let added = "";
  const endChange = () => {
    if (removed) joined.push({ kind: "removed", text: removed });
    if (added) joined.push({ kind: "added", text: added });
    removed = "";
    added = "";
  };
  for (const { kind, text } of parts) {
    if (text === "") continue;
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else {
      const last = removed || added ? undefined : joined.at(-1);
      endChange();
      if (last?.kind === "same") last.text += text;
      else joined.push({ kind, text });
    }
  }
  endChange();
  return joined;
}
