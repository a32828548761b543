import { matchEmphasis } from "./match-emphasis";
import { readAngle } from "./read-angle";
import { readEntity } from "./read-entity";
import { readTarget } from "./read-target";
import type { InlineNode, MarkRun, MarkupMode } from "./tree";
import { trimAddress } from "./trim-address";

/**
 * The marks within a paragraph: code, links, emphasis, breaks, bare https addresses. Places are offsets in `text`.
 * Takes time linear in its length.
 * @param labels of the text's link definitions, with their addresses
 */
export function parseInline(
  text: string,
  mode: MarkupMode,
  labels: ReadonlyMap<string, string> = new Map(),
): InlineNode[] {
  const items: (InlineNode | MarkRun)[] = [];
  const brackets: { at: number; from: number; isImage: boolean }[] = [];
  /** No bracket below this begins a link: one stands in it. */
  let deadBelow = 0;
  const closing = pairBackticks(text);
  let plainFrom = 0;
  let at = 0;

  const flush = (to: number) => {
    if (plainFrom < to) items.push({ type: "text", text: text.slice(plainFrom, to), from: plainFrom, to });
    plainFrom = to;
  };
  const take = (item: InlineNode | MarkRun) => {
    flush(item.from);
    items.push(item);
    at = item.to;
    plainFrom = at;
  };
  const open = (length: number) => {
    flush(at);
    at += length;
    flush(at);
    brackets.push({ at: items.length, from: at - length, isImage: length === 2 });
  };
  const close = () => {
    const bracket = brackets.pop();
    const isDead = bracket && !bracket.isImage && brackets.length < deadBelow;
    deadBelow = Math.min(deadBelow, brackets.length);
    const target = bracket && !isDead ? readTarget(text, at + 1, mode, labels) : null;
    if (!bracket || !target) {
      at++;
      return;
    }
    flush(at);
    const inside = items.splice(bracket.at);
    items.pop();
    const place = { from: bracket.from, to: target.to };
    if (bracket.isImage) items.push({ type: "nothing", ...place });
    else {
      const children = matchEmphasis(inside).flatMap((node) =>
        node.type === "link" ? node.children : [node],
      );
      items.push({ type: "link", href: target.href, children, ...place });
      deadBelow = brackets.length;
    }
    at = target.to;
    plainFrom = at;
  };

  while (at < text.length) {
    const char = text.charAt(at);
    if (char === "\\" && /[!-/:-@[-`{-~]/.test(text.charAt(at + 1)))
      take({ type: "text", text: text.charAt(at + 1), from: at, to: at + 2 });
    else if (char === "\\" && text.charAt(at + 1) === "\n") take({ type: "break", from: at, to: at + 2 });
    else if (char === "\n") take({ type: "break", from: at, to: at + 1 });
    else if (char === "`") {
      const length = runLength(text, at);
      const end = closing.get(at);
      if (end === undefined) at += length;
      else take(readCode(text, at, length, end));
    } else if (char === "*" || char === "_") {
      const to = at + runLength(text, at);
      const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(to, to + 2)];
      take({ type: "run", char, before, after, from: at, to });
    } else if (char === "!" && text.charAt(at + 1) === "[" && mode !== "shown") open(2);
    else if (char === "\0") take({ type: "nothing", from: at, to: at + runLength(text, at) });
    else if (char === "[") open(1);
    else if (char === "]") close();
    else {
      const found = mode !== "shown" ? (readAngle(text, at) ?? readEntity(text, at)) : null;
      const special = found ?? readBareAddress(text, at);
      if (special) take(special);
      else at = plainEnd(text, at + 1);
    }
  }
  flush(text.length);
  return matchEmphasis(items);
}

/** Where what may begin a mark stands, from `from` on. */
function plainEnd(text: string, from: number): number {
  mark.lastIndex = from;
  return mark.exec(text)?.index ?? text.length;
}

const mark = /[\\\n`*_!\0[\]<&]|https?:\/\//gi;

/** ASCII only: what is said goes on in Chinese without a blank. */
const bareAddress = /https?:\/\/[\x21-\x3b\x3d\x3f-\x5a\x5c\x5e\x5f\x61-\x7e]{1,2000}/iy;

function readBareAddress(text: string, at: number): InlineNode | null {
  if (!/h/i.test(text.charAt(at)) || /[a-z0-9]/i.test(text.charAt(at - 1))) return null;
  bareAddress.lastIndex = at;
  const href = trimAddress(bareAddress.exec(text)?.[0] ?? "");
  if (!/\/\/./.test(href)) return null;
  const place = { from: at, to: at + href.length };
  return { type: "link", href, children: [{ type: "text", text: href, ...place }], ...place };
}

function runLength(text: string, at: number): number {
  let to = at + 1;
  while (text.charAt(to) === text.charAt(at)) to++;
  return to - at;
}

/** For each run of backticks where the next run of the same length begins. */
function pairBackticks(text: string): Map<number, number> {
  const closing = new Map<number, number>();
  if (!text.includes("`")) return closing;
  const next = new Map<number, number>();
  for (const { index, 0: run } of [...text.matchAll(/`+/g)].reverse()) {
    const end = next.get(run.length);
    if (end !== undefined) closing.set(index, end);
    next.set(run.length, index);
  }
  return closing;
}

function readCode(text: string, at: number, length: number, end: number): InlineNode {
  let [from, to] = [at + length, end];
  const content = text.slice(from, to);
  if (/^[ \n]/.test(content) && /[ \n]$/.test(content) && content.trim() !== "") {
    from++;
    to--;
  }
  const inside = text.slice(from, to).replaceAll("\n", " ");
  return { type: "code", text: { type: "text", text: inside, from, to }, from: at, to: end + length };
}
