import { h } from "../dom";
import { type Contact, splitContacts } from "./split-contacts";

/** Makes links of the mail addresses and Taiwanese telephone numbers in an element's text, where they aren't in one. */
export function linkContacts(element: Element): void {
  for (const node of [...element.childNodes]) {
    if (node instanceof Element && !/^(a|code|pre)$/.test(node.localName)) linkContacts(node);
    if (!(node instanceof Text)) continue;
    for (const part of splitContacts(node.data)) element.insertBefore(toNode(part), node);
    element.removeChild(node);
  }
}

function toNode(part: string | Contact): Node {
  return typeof part === "string" ? new Text(part) : h("a", { href: part.href }, part.text);
}
