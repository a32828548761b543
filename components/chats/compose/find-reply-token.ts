/** A slash and what was typed after it, up to the cursor: where it stands, and what replies are looked for by. */
export type ReplyToken = { from: number; to: number; query: string };

/** The longest that is looked for, in UTF-16 units. */
const longest = 40;

/**
 * The slash that begins a text, a line or a word right before the cursor; null where there is none, as in
 * `a/b` and `https://`.
 */
export function findReplyToken(text: string, cursor: number): ReplyToken | null {
  const before = text.slice(Math.max(0, cursor - longest - 2), cursor);
  const found = /(?:^|\s)\/([^\s/]*)$/u.exec(before);
  const query = found?.[1] ?? "";
  const from = cursor - query.length - 1;
  if (!found || (from > 0 && !/\s/u.test(text[from - 1] ?? ""))) return null;
  return { from, to: cursor, query };
}
