import { safeHref } from "./safe-href";

/** Makes an element: `h` of dom.ts. */
export type Create<N> = (tag: Tag, attributes?: Record<string, string>, ...children: (N | string)[]) => N;
type Tag = "p" | "ul" | "ol" | "li" | "pre" | "code" | "strong" | "br" | "a";

const LIST_ITEM = /^\s{0,6}(?:[-*•]|(\d{1,3})[.)、])\s+(\S.*)$/;
const INLINE =
  /`([^`\n]+)`|\*\*(?=\S)(.+?)\*\*|\[([^[\]\n]+)\]\(([^()\s]+)\)|(https?:\/\/[\x21-\x3b\x3d\x3f-\x5f\x61-\x7e]+)/g;

/** The small, safe subset as elements: paragraphs, lists, bold, code and links. All other marks stay as they were typed. */
export function renderMarkdown<N>(source: string, create: Create<N>): N[] {
  const blocks: N[] = [];
  /** What the lines gather to: a paragraph's content, or a list's items. */
  let parts: (N | string)[] = [];
  let tag: "p" | "ul" | "ol" = "p";
  let start = "";
  const endBlock = () => {
    if (parts.length) blocks.push(create(tag, tag === "ol" ? { start } : {}, ...parts));
    parts = [];
    tag = "p";
  };
  const lines = source.split(/\r\n?|\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    const [, number = "", text] = LIST_ITEM.exec(line) ?? [];
    if (/^\s*```/.test(line)) {
      endBlock();
      const code: string[] = [];
      while (++i < lines.length && !/^\s*```\s*$/.test(lines[i] ?? "")) code.push(lines[i] ?? "");
      blocks.push(create("pre", { tabindex: "0" }, create("code", {}, code.join("\n"))));
    } else if (text) {
      const kind = number ? "ol" : "ul";
      if (tag !== kind) {
        endBlock();
        tag = kind;
        start = number;
      }
      parts.push(create("li", {}, ...renderInline(text, create)));
    } else if (line.trim()) {
      if (tag !== "p") endBlock();
      if (parts.length) parts.push(create("br"));
      parts.push(...renderInline(line.trim(), create));
    } else if (tag === "p") endBlock(); // A list goes on over an empty line.
  }
  endBlock();
  return blocks;
}

/** How many marks at the end of an address are the sentence's. */
function trailing(address: string): number {
  let count = 0;
  while (/[.,;:!?)\]'"*_~]/.test(address.charAt(address.length - 1 - count))) count++;
  return count;
}

function renderInline<N>(text: string, create: Create<N>): (N | string)[] {
  const found: (N | string)[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const [all, code, bold, label, target, bare] = match;
    const address = bare?.slice(0, bare.length - trailing(bare));
    const href = safeHref(target ?? address ?? "");
    if ((label || bare) && !href) continue;
    const at = match.index ?? 0;
    if (at > from) found.push(text.slice(from, at));
    from = at + (address ?? all).length;
    if (code) found.push(create("code", {}, code));
    else if (bold) found.push(create("strong", {}, ...renderInline(bold, create)));
    else {
      const link = { href, target: "_blank", rel: "noopener noreferrer" };
      found.push(create("a", link, label ?? address ?? ""));
    }
  }
  if (from < text.length) found.push(text.slice(from));
  return found;
}
