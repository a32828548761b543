import type { Element, ElementContent, Root } from "hast";
import { attributeOf, findElement, textOf } from "./tree";

const goes = new Set([
  ...[
    "script",
    "style",
    "template",
    "noscript",
    "iframe",
    "object",
    "svg",
    "canvas",
    "map",
    "audio",
    "video",
    "link",
    "meta",
  ],
  ...["nav", "footer", "aside", "dialog", "input", "select", "textarea", "img", "picture", "head", "title"],
]);
const goingRoles = new Set([
  "navigation",
  "banner",
  "contentinfo",
  "search",
  "dialog",
  "alertdialog",
  "complementary",
]);
const isBar = /cookie|consent|gdpr|breadcrumb|skip-?(?:link|to)|back-?to-?top/i;
const safeLink = /^(?:https?:|mailto:|tel:)/i;
const longestHeading = 200;
/** Of a page's characters: less in `main` is a frame that scripts fill, or a page that marks something else so. */
const leastOfMain = 0.2;

/** The page's own text: its `main` where it has one, without what is on each page of a site. */
export function stripPage(page: Root): Root {
  const main = findElement(
    page,
    (element) => element.tagName === "main" || attributeOf(element, "role") === "main",
  );
  const isMain = main && textOf(main).length > textOf(page).length * leastOfMain;
  const kept: ElementContent[] = isMain
    ? [main]
    : page.children.flatMap((child) => ("tagName" in child || child.type === "text" ? [child] : []));
  return { type: "root", children: kept.flatMap((child) => strip(child, isMain === true)) };
}

function strip(node: ElementContent, isInMain: boolean): ElementContent[] {
  if (node.type === "comment") return [];
  if (node.type !== "element") return [node];
  if (isLeftOut(node)) return [];
  const within = isInMain || node.tagName === "article";
  const children = node.children.flatMap((child) => strip(child, within));
  if (node.tagName === "header" && !isInMain)
    return children.filter(
      ({ type, ...child }) => type === "element" && "tagName" in child && child.tagName === "h1",
    );
  if (node.tagName === "summary" || isOpener(node)) return [heading(node, children)];
  if (node.tagName === "details" || node.tagName === "form") return [{ ...node, tagName: "div", children }];
  if (node.tagName === "button") return [];
  if (node.tagName === "a") return link(node, children);
  if (node.tagName === "table") return [withHead({ ...node, children })];
  return [{ ...node, children }];
}

/** The first row of a table is its head, said or not. */
function withHead(table: Element): Element {
  const first = findElement(table, ({ tagName }) => tagName === "tr");
  for (const cell of first?.children ?? [])
    if (cell.type === "element" && cell.tagName === "td") cell.tagName = "th";
  return table;
}

function isLeftOut(element: Element): boolean {
  if (goes.has(element.tagName) || goingRoles.has(attributeOf(element, "role"))) return true;
  const names = `${attributeOf(element, "id")} ${attributeOf(element, "className")}`;
  return isBar.test(names.slice(0, 500)) && element.tagName !== "body" && element.tagName !== "html";
}

/** What opens the part below it: the heading of that part. */
function isOpener(element: Element): boolean {
  const isButton = element.tagName === "button" || attributeOf(element, "role") === "button";
  return (
    isButton && (attributeOf(element, "ariaExpanded") !== "" || attributeOf(element, "ariaControls") !== "")
  );
}

function heading(element: Element, children: ElementContent[]): Element {
  const text = textOf(element).replace(/\s+/gu, " ").trim();
  if (text.length > longestHeading) return { ...element, tagName: "p", properties: {}, children };
  return { type: "element", tagName: "h3", properties: {}, children: [{ type: "text", value: text }] };
}

/** Links that lead to nothing of their own, or to where a text must not lead, are their words. */
function link(element: Element, children: ElementContent[]): ElementContent[] {
  const href = attributeOf(element, "href");
  if (children.every((child) => textOf(child).trim() === "" || textOf(child).trim() === "↑")) return [];
  return safeLink.test(href) ? [{ ...element, properties: { href }, children }] : children;
}
