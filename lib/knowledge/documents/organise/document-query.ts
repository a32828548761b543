/** In which order documents stand: last changed first, by title, or those first that answers quoted most. */
export const documentSorts = ["changed", "title", "quoted"] as const;
export type DocumentSort = (typeof documentSorts)[number];

/** Where a document comes from: written here, taken from chats, read from a file or from the web. */
export const documentKinds = ["text", "answers", "file", "page"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Answering, turned off, or answering without that any answer ever quoted it. */
export const documentStates = ["on", "off", "unquoted"] as const;
export type DocumentState = (typeof documentStates)[number];

/** Which documents of a bot are wanted, as the address of the list says it. */
export type DocumentQuery = {
  /** Part of a title or a text; empty for all. */
  q: string;
  /** As the bot spells it. */
  tag?: string | undefined;
  kind?: DocumentKind | undefined;
  state?: DocumentState | undefined;
  sort: DocumentSort;
};

/** UTF-16 units of what is searched for, and of a tag. */
const longest = { q: 240, tag: 60 };

/** Reads what stands in an address of the list: what can't be read is as if it weren't there. */
export function readDocumentQuery(read: (name: string) => string | null | undefined): DocumentQuery {
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined => {
    const value = read(name);
    return known.find((each) => each === value);
  };
  const tag = read("tag");
  return {
    q: (read("q") ?? "").slice(0, longest.q),
    tag: tag && tag.length <= longest.tag && !tag.includes("\0") ? tag : undefined,
    kind: one("kind", documentKinds),
    state: one("state", documentStates),
    sort: one("sort", documentSorts) ?? "changed",
  };
}

/** As it stands in an address, always in the same order: `q=運費&tag=門市`; empty for all documents. */
export function writeDocumentQuery({ q, tag, kind, state, sort }: DocumentQuery, page = 1): string {
  const given = Object.entries({
    ...{ q, tag, kind, state },
    sort: sort === "changed" ? undefined : sort,
    page: page > 1 ? String(page) : undefined,
  }).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [[name, value]]));
  return new URLSearchParams(given).toString();
}

/** Whether it leaves any documents out. */
export function isNarrowed({ q, tag, kind, state }: DocumentQuery): boolean {
  return q !== "" || tag !== undefined || kind !== undefined || state !== undefined;
}
