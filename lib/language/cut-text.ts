/** The first `max` Unicode code points of a text. However long the text is, no more of it is read. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  let at = 0;
  for (let taken = 0; taken < max && at < text.length; taken++) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return text.slice(0, at);
}
