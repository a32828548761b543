import { type InlineNode, type MarkRun, maxDepth, type Place } from "./tree";

type Opener = { item: number; from: number; count: number; char: string; canClose: boolean; length: number };
type Edge = Place & { isStrong: boolean };
/** What became of a run, from left to right: it ends these, then what is left of it is text, then it begins these. */
type Matched = { ends: Edge[]; begins: Edge[] };

/**
 * Turns runs of `*` and `_` into emphasis, as CommonMark pairs them, but beside Chinese punctuation as beside letters,
 * and not in 5*3*2. Linear in the number of items.
 */
export function matchEmphasis(items: readonly (InlineNode | MarkRun)[]): InlineNode[] {
  const matched = new Map<number, Matched>();
  const openers: Opener[] = [];
  /** Below these heights of the stack there is no opener for a closer of that kind. */
  const bottoms = new Map<string, number>();
  const of = (item: number) => {
    const known = matched.get(item) ?? { ends: [], begins: [] };
    matched.set(item, known);
    return known;
  };

  items.forEach((run, item) => {
    if (run.type !== "run") return;
    const { canOpen, canClose } = readFlanks(run);
    const length = run.to - run.from;
    let from = run.from;
    while (canClose && from < run.to) {
      const kind = `${run.char}${canOpen}${length % 3}`;
      const found = findOpener(openers, bottoms.get(kind) ?? 0, { char: run.char, canOpen, length });
      if (found < 0) {
        bottoms.set(kind, openers.length);
        break;
      }
      const opener = openers[found];
      if (!opener) break;
      const isStrong = opener.count >= 2 && run.to - from >= 2;
      const size = isStrong ? 2 : 1;
      const edge = (at: number) => ({ isStrong, from: at, to: at + size });
      of(opener.item).begins.unshift(edge(opener.from + opener.count - size));
      of(item).ends.push(edge(from));
      from += size;
      opener.count -= size;
      openers.length = opener.count > 0 ? found + 1 : found;
      for (const [key, height] of bottoms) if (height > openers.length) bottoms.set(key, openers.length);
    }
    const count = run.to - from;
    if (canOpen && count > 0) openers.push({ item, from, count, char: run.char, canClose, length });
  });
  return build(items, matched);
}

function findOpener(
  openers: readonly Opener[],
  bottom: number,
  closer: { char: string; canOpen: boolean; length: number },
): number {
  for (let at = openers.length - 1; at >= bottom; at--) {
    const opener = openers[at];
    if (!opener || opener.char !== closer.char) continue;
    const isOdd =
      (opener.canClose || closer.canOpen) &&
      (opener.length + closer.length) % 3 === 0 &&
      (opener.length % 3 !== 0 || closer.length % 3 !== 0);
    if (!isOdd) return at;
  }
  return -1;
}

/** Whether a run may begin or end emphasis, by what stands beside it. */
function readFlanks({ char, before, after, from, to }: MarkRun): { canOpen: boolean; canClose: boolean } {
  const [previous, next] = [before.slice(-1), after.slice(0, 1)];
  const isBlank = (beside: string) => beside === "" || /\s/u.test(beside);
  const isPunctuation = (beside: string) => /[!-/:-@[-`{-~]|[\p{P}\p{S}]/u.test(beside) && !isWide(beside);
  const isLeft =
    !isBlank(next) &&
    (!isPunctuation(next) || isBlank(previous) || isPunctuation(previous) || isWide(previous));
  const isRight =
    !isBlank(previous) && (!isPunctuation(previous) || isBlank(next) || isPunctuation(next) || isWide(next));
  if (char === "_") {
    return {
      canOpen: isLeft && (!isRight || isPunctuation(previous) || /\p{P}/u.test(previous)),
      canClose: isRight && (!isLeft || isPunctuation(next) || /\p{P}/u.test(next)),
    };
  }
  // 5*3*2, A*B and 長*寬*高 are what they say.
  const isTimes =
    to - from === 1 &&
    ((/[0-9A-Za-z]/.test(previous) && /[0-9A-Za-z]/.test(next)) ||
      (/[\p{L}\p{N}]/u.test(previous) && /^[\p{L}\p{N}]\*/u.test(after)));
  return { canOpen: isLeft && !isTimes, canClose: isRight && !isTimes };
}

/** Chinese, Japanese and Korean characters and their punctuation, which stand without blanks. */
function isWide(char: string): boolean {
  return /[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u2018-\u201d\u2014\u2026]|[\ud840-\ud88f\udc00-\udfff]/.test(
    char,
  );
}

function build(
  items: readonly (InlineNode | MarkRun)[],
  matched: ReadonlyMap<number, Matched>,
): InlineNode[] {
  const root: InlineNode[] = [];
  const open: { edge: Edge; children: InlineNode[] }[] = [];
  let here = root;
  const literal = (char: string, from: number, to: number) => {
    if (from < to) here.push({ type: "text", text: char.repeat(to - from), from, to });
  };
  items.forEach((node, item) => {
    if (node.type !== "run") {
      here.push(node);
      return;
    }
    const { ends, begins } = matched.get(item) ?? { ends: [], begins: [] };
    for (const end of ends) {
      const last = open.pop();
      if (!last || open.length >= maxDepth) continue;
      here = open.at(-1)?.children ?? root;
      const type = last.edge.isStrong ? "strong" : "emphasis";
      here.push({ type, children: last.children, from: last.edge.from, to: end.to });
    }
    literal(node.char, ends.at(-1)?.to ?? node.from, begins[0]?.from ?? node.to);
    for (const edge of begins) {
      // What stands deeper than a screen can show stands in what is around it.
      if (open.length < maxDepth) here = [];
      open.push({ edge, children: here });
    }
  });
  return root;
}
