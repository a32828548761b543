import { safeHref } from "./safe-href";

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "break" }
  | { kind: "bold"; children: Inline[] }
  | { kind: "link"; href: string; text: string };

export type Block =
  | { kind: "paragraph"; children: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "list"; ordered: boolean; start: number; items: Inline[][] };

const LIST_ITEM = /^\s{0,6}(?:[-*•]|(\d{1,3})[.)、])\s+(\S.*)$/;
const INLINE =
  /`([^`\n]+)`|\*\*(?=\S)(.+?)\*\*|\[([^\]\n]+)\]\(([^()\s]+)\)|(https?:\/\/[\x21-\x3b\x3d\x3f-\x5f\x61-\x7e]+)/g;

/** Reads the small, safe subset: paragraphs, lists, bold, code and links. All other marks stay as they were typed. */
export function parseMarkdown(source: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const endParagraph = () => {
    if (paragraph.length) blocks.push({ kind: "paragraph", children: parseLines(paragraph) });
    paragraph = [];
  };
  const lines = source.replace(/\r\n?/g, "\n").split("\n");
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    const item = LIST_ITEM.exec(line);
    if (/^\s*```/.test(line)) {
      endParagraph();
      const end = lines.findIndex((other, at) => at > i && /^\s*```\s*$/.test(other));
      const last = end < 0 ? lines.length : end;
      blocks.push({ kind: "code", text: lines.slice(i + 1, last).join("\n") });
      i = last;
    } else if (item) {
      endParagraph();
      const ordered = item[1] !== undefined;
      const previous = blocks[blocks.length - 1];
      const list =
        previous?.kind === "list" && previous.ordered === ordered
          ? previous
          : { kind: "list" as const, ordered, start: Number(item[1] ?? 1), items: [] };
      if (list !== previous) blocks.push(list);
      list.items.push(parseInline(item[2] ?? ""));
    } else if (line.trim()) paragraph.push(line.trim());
    else endParagraph();
  }
  endParagraph();
  return blocks;
}

function parseLines(lines: string[]): Inline[] {
  return lines.flatMap((line, i): Inline[] => [
    ...(i ? [{ kind: "break" as const }] : []),
    ...parseInline(line),
  ]);
}

function parseInline(text: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  const plain = (to: number) => {
    if (to > from) found.push({ kind: "text", text: text.slice(from, to) });
  };
  for (const match of text.matchAll(INLINE)) {
    const [all, code, bold, label, target, bare] = match;
    const address = bare?.replace(/[.,;:!?)\]'"*_~]+$/, "");
    const href = safeHref(target ?? address ?? "");
    if ((label || bare) && !href) continue;
    plain(match.index ?? 0);
    from = (match.index ?? 0) + (address ?? all).length;
    if (code) found.push({ kind: "code", text: code });
    else if (bold) found.push({ kind: "bold", children: parseInline(bold) });
    else if (href) found.push({ kind: "link", href, text: label ?? address ?? "" });
  }
  plain(text.length);
  return found;
}
