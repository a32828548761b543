import type { InlineNode } from "./tree";

/**
 * What a `<` at `at` begins: an address in angle brackets is a link, a tag of HTML nothing or, where one ends a line, a
 * break. Null for other text: 3 < 5.
 */
export function readAngle(text: string, at: number): InlineNode | null {
  if (text.charAt(at) !== "<") return null;
  autolink.lastIndex = at;
  const [address] = autolink.exec(text) ?? [];
  if (address !== undefined) {
    const label = address.slice(1, -1);
    const place = { from: at + 1, to: at + 1 + label.length };
    const href = label.includes(":") ? label : `mailto:${label}`;
    return {
      type: "link",
      href,
      children: [{ type: "text", text: label, ...place }],
      from: at,
      to: at + address.length,
    };
  }
  tag.lastIndex = at;
  const [whole = "", name = ""] = tag.exec(text) ?? [];
  const place = { from: at, to: at + whole.length };
  if (endsLine.has(name.toLowerCase())) return { type: "break", ...place };
  if (endsWord.has(name.toLowerCase())) return { type: "text", text: " ", ...place };
  return isTag.has(name.toLowerCase()) ? { type: "nothing", ...place } : null;
}

const autolink =
  /<(?:(?:https?:\/\/|mailto:|tel:)[^<>\s]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})>/iy;
const tag =
  /<\/?([a-z][a-z0-9]{0,15})(?:\s+[a-z_:@][\w.:@-]*(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'=<>`]+))?)*\s*\/?>/iy;

const words = (text: string) => new Set(text.split(" "));
const endsLine = words(
  "br p div li ul ol tr table thead tbody tfoot h1 h2 h3 h4 h5 h6 hr section article header footer main nav aside dl dt dd blockquote pre figure figcaption details summary address form fieldset option title caption",
);
const endsWord = words("td th");
const isTag = words(
  "a abbr acronym audio b base bdi bdo big body button canvas center cite code col colgroup data datalist del dfn dialog em embed font frame frameset head html i iframe img input ins kbd label legend link map mark marquee meta meter noscript object optgroup output param picture progress q rp rt ruby s samp script select slot small source span strike strong style sub sup svg path template textarea time track tt u use var video wbr",
);
