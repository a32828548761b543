import { safeHref } from "../safe-href";

/** Makes an element: `h` of dom.ts. */
export type Create<N> = (tag: Tag, attributes?: Record<string, string>, ...children: (N | string)[]) => N;
type Inline = "code" | "strong" | "em" | "br" | "a";
type Tag = Inline | "p" | "ul" | "ol" | "li" | "pre" | "table" | "tbody" | "tr" | "th" | "td";

/** Made when all that goes into it is known. */
type Later<T> = (() => T)[];
interface Level<N> {
  indent: number;
  tag: "ul" | "ol";
  items: Later<N | string>[];
}

const LIST_ITEM = /^([ \t]*)(?:[-*+]|(\d{1,3})[.)])[ \t]+(?=\S)/;
const INLINE =
  /\\([!-/:-@[-`{-~])|(\n)|`([^`\n]+)`|(?:\*\*(?=\S)([\s\S]+?)\*\*|\*(?=[^\s*])([^*]+)\*)(?!\*)|\[([^[\]]+)\]\(((?:https?:\/\/|mailto:|tel:)(?:[^()\s]|\([^()\s]*\))+)\)|(https?:\/\/[!-;=?-Z\\^_a-~]+)/gi;

/**
 * The small, safe subset as elements: paragraphs, lists, tables, code, emphasis and links, as lib/language/markup reads
 * it; test/markdown-cases.ts holds both to that. All other marks stay as they were typed.
 */
export function renderMarkdown<N>(source: string, create: Create<N>): N[] {
  const blocks: Later<N> = [];
  let levels: Level<N>[] = [];
  let text: string[] = [];
  let rows: N[] | undefined;
  const add = (make: () => N) => {
    const item = levels[levels.length - 1]?.items.slice(-1)[0];
    if (item) item.push(make);
    else blocks.push(make);
  };
  const endText = (isHeading = false) => {
    const inline = renderInline(text.join("\n"), create);
    const item = levels[levels.length - 1]?.items.slice(-1)[0];
    const content = isHeading ? [create("strong", {}, ...inline)] : inline;
    if (item && !item.length) item.push(...content.map((node) => () => node));
    else if (text.length) add(() => create("p", {}, ...content));
    text = [];
    rows = undefined;
  };
  /** Ends the lists that a line with this indent does not stand in. */
  const enter = (indent: number) => {
    endText();
    let last: Level<N> | undefined;
    for (let at = levels.length; at-- && (levels[at]?.indent ?? 0) + 2 > indent; ) last = levels.pop();
    return last;
  };
  const lines = source.split(/\r\n?|\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    const next = lines[i + 1] ?? "";
    const [marker, blanks = "", number] = LIST_ITEM.exec(line) ?? [];
    const [heading = ""] = /^#{1,6}[ \t]+/.exec(line) ?? [];
    const indent = line.search(/[^ ]|$/);
    const hasHead = line.includes("|") && isRule(next) && cellsOf(next).length === cellsOf(line).length;
    if (!line.trim()) endText();
    else if (/^\s*```[^`]*$/.test(line)) {
      enter(indent);
      const code: string[] = [];
      while (++i < lines.length && !/^\s*```\s*$/.test(lines[i] ?? "")) code.push(lines[i] ?? "");
      add(() => create("pre", { tabindex: "0" }, create("code", {}, code.join("\n"))));
    } else if (hasHead || /^\s*\|.+\|\s*$/.test(line) || (rows && line.includes("|"))) {
      if (!rows || hasHead) {
        enter(indent);
        const made: N[] = [];
        rows = made;
        add(() => create("table", { tabindex: "0" }, create("tbody", {}, ...made)));
      }
      const cell = hasHead ? "th" : "td";
      const cells = cellsOf(line).map((content) => create(cell, {}, ...renderInline(content, create)));
      if (!isRule(line)) rows.push(create("tr", {}, ...cells));
    } else if (marker) {
      const tag = number ? "ol" : "ul";
      let level = enter(blanks.length);
      if (level?.tag === tag && levels.length < 8) level.items.push([]);
      else {
        const made: Level<N> = { indent: blanks.length, tag, items: [[]] };
        level = made;
        add(() =>
          create(
            tag,
            number ? { start: number } : {},
            ...made.items.map((item) => create("li", {}, ...item.map((make) => make()))),
          ),
        );
      }
      levels = [...levels, level];
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
  return blocks.map((make) => make());
}

/** The line below a table's head. */
function isRule(line: string): boolean {
  return (
    /^[|:\-\s]+$/.test(line) && line.includes("|") && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell))
  );
}

function cellsOf(line: string): string[] {
  const row = line.trim().replace(/^\|/, "");
  const whole = /(?:^|[^\\])\|$/.test(row) ? row : `${row}|`;
  return [...whole.matchAll(/((?:\\[\s\S]|[^|\\])*)\|/gy)].map(([, cell = ""]) => cell.trim());
}

/** Marks stand in marks as deep as people write them; 16,000 stars would run out of the stack. */
function renderInline<N>(text: string, create: Create<N>, depth = 8): (N | string)[] {
  if (!depth) return [text];
  const found: (N | string)[] = [];
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
    if (escaped) found.push(escaped);
    else if (line) found.push(create("br"));
    else if (code) found.push(create("code", {}, code));
    else if (strong ?? em)
      found.push(
        create(strong ? "strong" : "em", {}, ...renderInline(strong ?? em ?? "", create, depth - 1)),
      );
    else {
      const link = { href: href ?? "", target: "_blank", rel: "noopener noreferrer" };
      found.push(create("a", link, ...(label ? renderInline(label, create, depth - 1) : [address ?? ""])));
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
