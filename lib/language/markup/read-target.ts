import { readEntity } from "./read-entity";
import type { MarkupMode } from "./tree";

export type Target = { href: string; to: number };

/**
 * What follows the `]` of a link or an image: `(address "title")`, or `[label]` of a definition. `at` is the offset
 * after the `]`; null when it is no link.
 */
export function readTarget(
  text: string,
  at: number,
  mode: MarkupMode,
  labels: ReadonlyMap<string, string>,
): Target | null {
  if (text.charAt(at) === "(") {
    const target = readAddress(text, at + 1);
    if (target && mode === "shown")
      return /^(?:https?:\/\/|mailto:|tel:)./i.test(target.href) ? target : null;
    return target && { ...target, href: decodeEntities(target.href) };
  }
  if (mode === "shown" || text.charAt(at) !== "[") return null;
  reference.lastIndex = at;
  const [whole = "", label = ""] = reference.exec(text) ?? [];
  const href = labels.get(label.trim().toLowerCase());
  // What looks like a label and has no address is none of the words.
  if (whole === "" || (href === undefined && !/^[\w.-]*$/.test(label))) return null;
  return { href: href ?? "", to: at + whole.length };
}

const reference = /\[([^[\]\n]{0,100})\]/y;
const title = /[ \t\n]+(?:"[^"\n]*"|'[^'\n]*')[ \t\n]*\)/y;
const inBrackets = /<([^<>\n]{0,2000})>/y;
const [space, opening, closing, backslash] = [0x20, 0x28, 0x29, 0x5c];
const maxParentheses = 3;
const maxAddress = 2_000;

function readAddress(text: string, from: number): Target | null {
  let at = skipBlanks(text, from);
  let href = "";
  if (text.charAt(at) === "<") {
    inBrackets.lastIndex = at;
    const [whole = "", inside = ""] = inBrackets.exec(text) ?? [];
    if (whole === "") return null;
    href = inside;
    at += whole.length;
  } else {
    const start = at;
    for (let depth = 0; at - start <= maxAddress; at++) {
      const unit = text.charCodeAt(at);
      if (Number.isNaN(unit) || unit <= space) break;
      if (unit === backslash) at++;
      else if (unit === opening && ++depth > maxParentheses) return null;
      else if (unit === closing && --depth < 0) break;
    }
    href = text.slice(start, at);
  }
  const end = skipBlanks(text, at);
  href = href.replace(/\\([!-/:-@[-`{-~])/g, "$1");
  if (text.charAt(end) === ")") return { href, to: end + 1 };
  title.lastIndex = at;
  const closed = title.exec(text)?.[0];
  return closed === undefined ? null : { href, to: at + closed.length };
}

/** A few blanks: more belong to no link. */
function skipBlanks(text: string, at: number): number {
  let to = at;
  while (to < at + 8 && /[ \t\n]/.test(text.charAt(to))) to++;
  return to;
}

function decodeEntities(href: string): string {
  return href.replace(/&[#\w]{1,12};/g, (written) => {
    const node = readEntity(written, 0);
    return node?.type === "text" ? node.text : written;
  });
}
