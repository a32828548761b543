import type { Element, Root } from "hast";
import type { PageFacts } from "../reading";
import { attributeOf } from "./tree";

/** Of a page's links so many are told, and of each address so many UTF-16 units. */
const pageBounds = { links: 2_000, address: 2_000 } as const;
/** UTF-16 units of text: less beside scripts is a frame that they fill. */
const leastText = 60;

/**
 * What a page says of itself besides its text. Looks at the page before anything is taken out of it.
 * @returns what makes it whole with the length of the text that was read of it
 */
export function readPageFacts(page: Root): (textLength: number) => PageFacts {
  const facts: Omit<PageFacts, "isScripted"> = {
    ...{ links: [], base: "", canonical: "", language: "" },
    hasPassword: false,
  };
  const links = new Set<string>();
  let hasScripts = false;
  visit(page, (element) => {
    const href = attributeOf(element, "href").trim();
    const told = href.length <= pageBounds.address ? href : "";
    switch (element.tagName) {
      case "a":
      case "area":
        if (told && links.size < pageBounds.links && !isNoFollow(element)) links.add(told);
        break;
      case "base":
        facts.base ||= told;
        break;
      case "link":
        if (attributeOf(element, "rel").toLowerCase() === "canonical") facts.canonical ||= told;
        break;
      case "html":
        facts.language ||= attributeOf(element, "lang").slice(0, 35);
        break;
      case "input":
        facts.hasPassword ||= attributeOf(element, "type").toLowerCase() === "password";
        break;
      case "script":
        hasScripts ||= attributeOf(element, "type").toLowerCase() !== "application/ld+json";
    }
  });
  return (textLength) => ({
    ...facts,
    links: [...links],
    isScripted: hasScripts && textLength < leastText,
  });
}

function isNoFollow(element: Element): boolean {
  return attributeOf(element, "rel").toLowerCase().split(" ").includes("nofollow");
}

function visit(node: Root | Element, look: (element: Element) => void): void {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    look(child);
    visit(child, look);
  }
}
