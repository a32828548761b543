/** Where a stretch of text stands in the source: UTF-16 offsets, `source.slice(from, to)`. */
export type Place = { from: number; to: number };

/** Characters that stand one for one in the source from `from` on, unless `to - from` differs from their length. */
export type TextNode = Place & { type: "text"; text: string };

export type InlineNode =
  | TextNode
  | (Place & { type: "break" })
  /** `text` between runs of backticks. */
  | (Place & { type: "code"; text: TextNode })
  | (Place & { type: "strong" | "emphasis"; children: InlineNode[] })
  /** `href` as it was written; whoever makes a link of it checks it. */
  | (Place & { type: "link"; href: string; children: InlineNode[] })
  /** An image, a tag, a comment: nothing that is read. */
  | (Place & { type: "nothing" });

export type TableCell = InlineNode[];

export type BlockNode = Place & {
  /** Whether a blank line stands before it. */
  isApart: boolean;
} & (
    | { type: "paragraph"; isHeading: boolean; children: InlineNode[] }
    | { type: "list"; isOrdered: boolean; items: ListItem[] }
    | { type: "table"; head: TableCell[] | null; rows: TableCell[][] }
    | { type: "code"; lines: TextNode[] }
    /** A rule, a link definition. */
    | { type: "nothing" }
  );

export type ListItem = Place & { number: number; blocks: BlockNode[] };

/**
 * `shown`: as our screens show what was said; tags, images and entities are text there, since what is said has none.
 * `document`, `reply`: as an owner or a model writes it; those are read and vanish. A reply's links hold their address
 * themselves, since it is shown before its end.
 */
export type MarkupMode = "shown" | "document" | "reply";

/** How deep lists and marks may stand in each other; what is deeper is read as if it stood there. */
export const maxDepth = 8;

/** A run of `*` or `_`, until it is known what it marks. */
export type MarkRun = Place & { type: "run"; char: string; before: string; after: string };
