import { safeHref } from "../safe-href";

/** Makes an element: `h` of dom.ts. */
export type Create<N> = (tag: Tag, attributes?: Record<string, string>, ...children: (N | string)[]) => N;
type Inline = "code" | "strong" | "em" | "br" | "a";
type Tag = Inline | "p" | "ul" | "ol" | "li" | "pre" | "table" | "tbody" | "tr" | "th" | "td";

/** What an element is made of. */
type Plan = [tag: Tag, attributes: Record<string, string>, ...children: Part[]];
type Part = Plan | string;

interface Level {
  indent: number;
  list: Plan;
  /** The list's last. */
  item: Plan;
}

const LIST_ITEM = /^([ \t]*)(?:[-*+]|(\d{1,3})[.)])[ \t]+(?=\S)/;
const INLINE =
  /\\([!-/:-@[-`{-~])|(\n)|`([^`\n]+)`|(?:\*\*(?=\S)([\s\S]+?)\*\*|\*(?=[^\s*])([^*]+)\*)(?!\*)|\[([^[\]]+)\]\(((?:https?:\/\/|mailto:|tel:)(?:[^()\s]|\([^()\s]*\))+)\)|(https?:\/\/[!-;=?-Z\\^_a-~]+)/gi;

/**
 * The small, safe subset as elements: paragraphs, lists, tables, code, emphasis and links, as lib/language/markup reads
 * it; test/markdown-cases.ts holds both to that. All other marks stay as they were typed.
 * @param split makes more of the text that is neither in a link nor code
 */
export function renderMarkdown<N>(
  source: string,
  create: Create<N>,
  split: (text: string) => (N | string)[] = (text) => [text],
): N[] {
  const blocks: Plan[] = [];
  /** The innermost first. */
  const levels: Level[] = [];
  let text: string[] = [];
  let rows: Plan | undefined;
  const add = (block: Plan) => (levels[0]?.item ?? blocks).push(block);
  const endText = (isHeading?: boolean) => {
    const inline = planInline(text.join("\n"));
    const content: Part[] = isHeading ? [["strong", {}, ...inline]] : inline;
    const item = levels[0]?.item;
    if (item?.length === 2) item.push(...content);
    else if (text.length) add(["p", {}, ...content]);
    text = [];
    rows = undefined;
  };
  /** Ends the lists that a line with this indent does not stand in. */
  const enter = (indent: number) => {
    endText();
    let last: Level | undefined;
    while ((levels[0]?.indent ?? -9) + 2 > indent) last = levels.shift();
    return last;
  };
  const lines = source.split(/\r\n?|\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    const next = lines[i + 1] ?? "";
    const [marker, blanks = "", number] = LIST_ITEM.exec(line) ?? [];
    const [heading] = /^#{1,6}[ \t]+/.exec(line) ?? [];
    const indent = line.search(/[^ ]|$/);
    const hasHead = line.includes("|") && isRule(next) && cellsOf(next).length === cellsOf(line).length;
    if (!line.trim()) endText();
    else if (/^\s*```[^`]*$/.test(line)) {
      enter(indent);
      const code: string[] = [];
      while (++i < lines.length && !/^\s*```\s*$/.test(lines[i] ?? "")) code.push(lines[i] ?? "");
      add(["pre", { tabindex: "0" }, ["code", {}, code.join("\n")]]);
    } else if (hasHead || /^\s*\|.+\|\s*$/.test(line) || (rows && line.includes("|"))) {
      if (!rows || hasHead) {
        enter(indent);
        rows = ["tbody", {}];
        add(["table", { tabindex: "0" }, rows]);
      }
      const cell = hasHead ? "th" : "td";
      if (!isRule(line))
        rows.push(["tr", {}, ...cellsOf(line).map((content): Plan => [cell, {}, ...planInline(content)])]);
    } else if (marker) {
      const tag = number ? "ol" : "ul";
      let list = enter(blanks.length)?.list;
      if (list?.[0] !== tag || levels.length > 7) {
        list = [tag, number ? { start: number } : {}];
        add(list);
      }
      const item: Plan = ["li", {}];
      list.push(item);
      levels.unshift({ indent: blanks.length, list, item });
      text = [line.slice(marker.length).trim()];
    } else if (heading) {
      enter(indent);
      text = [line.slice(heading.length).trim()];
      endText(true);
    } else {
      if (!text.length) enter(indent);
      rows = undefined;
      text.push(line.trim());
    }
  }
  endText();
  const make = ([tag, attributes, ...children]: Plan, isAsItIs?: boolean): N => {
    const isPlain = isAsItIs || /^(a|code|pre)$/.test(tag);
    const made: (N | string)[] = [];
    for (const child of children) {
      if (typeof child !== "string") made.push(make(child, isPlain));
      else made.push(...(isPlain ? [child] : split(child)));
    }
    return create(tag, attributes, ...made);
  };
  return blocks.map((block) => make(block));
}

/** The line below a table's head. */
function isRule(line: string): boolean {
  return /^[:\-\s]*\|[|:\-\s]*$/.test(line) && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell));
}

function cellsOf(line: string): string[] {
  const row = line.trim().replace(/^\|/, "");
  const whole = /(?:^|[^\\])\|$/.test(row) ? row : `${row}|`;
  return [...whole.matchAll(/((?:\\[\s\S]|[^|\\])*)\|/gy)].map(([, cell = ""]) => cell.trim());
}

/** Marks stand in marks as deep as people write them; 16,000 stars would run out of the stack. */
function planInline(text: string, depth = 8): Part[] {
  if (!depth) return [text];
  const found: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const [all, escaped, line, code, strong, em, label, target, bare] = match;
    const at = match.index ?? 0;
    const address = bare?.replace(/(?<![.,;:!?)\]'"*_~])[.,;:!?)\]'"*_~]+$/, "");
    const linked = target ?? address;
    const href = linked && safeHref(linked);
    if (linked && !href) continue;
    if (em && isTimes(text[at - 1], em, text[at + all.length])) continue;
    if (at > from) found.push(text.slice(from, at));
    from = at + (address ?? all).length;
    const within = (inner: string) => planInline(inner, depth - 1);
    if (escaped) found.push(escaped);
    else if (line) found.push(["br", {}]);
    else if (code) found.push(["code", {}, code]);
    else if (strong) found.push(["strong", {}, ...within(strong)]);
    else if (em) found.push(["em", {}, ...within(em)]);
    else {
      const link = { href: href ?? "", target: "_blank", rel: "noopener noreferrer" };
      found.push(["a", link, ...(label ? within(label) : [address ?? ""])]);
    }
  }
  if (from < text.length) found.push(text.slice(from));
  return found;
}

/** 5*3*2, A*B*C and 長*寬*高 are what they say. */
function isTimes(before = " ", inside: string, after = " "): boolean {
  return (
    /^[\da-z]{2}/i.test(before + inside) ||
    /[\da-z]{2}$/i.test(inside + after) ||
    (inside.length < 2 && /[\p{L}\p{N}]/u.test(before))
  );
}
