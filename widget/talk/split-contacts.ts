const CONTACT =
  /([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})|(?<![\w-])(?:\+886[- ]?\(?\d|\(?0\d)(?:\)?[- ]?\d){6,9}(?:\s?(?:#|轉|分機)\s?(\d{1,6}))?(?![\w-])/g;

/** The text in its order, its mail addresses and Taiwanese telephone numbers (with an extension) as links. */
export function splitContacts<L>(text: string, link: (text: string, href: string) => L): (string | L)[] {
  const parts: (string | L)[] = [];
  let from = 0;
  for (const match of text.matchAll(CONTACT)) {
    const [found, mail, extension] = match;
    const at = match.index ?? 0;
    const number = found.replace(/[#轉分].*/, "").replace(/[^+\d]/g, "");
    if (at > from) parts.push(text.slice(from, at));
    parts.push(link(found, mail ? `mailto:${mail}` : `tel:${number}${extension ? `,${extension}` : ""}`));
    from = at + found.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
