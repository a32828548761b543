import type { Element, Nodes } from "hast";

/** The first element below a node, or itself, that is such a one. */
export function findElement(node: Nodes, isIt: (element: Element) => boolean): Element | undefined {
  if (node.type === "element" && isIt(node)) return node;
  if (!("children" in node)) return undefined;
  for (const child of node.children) {
    const found = findElement(child, isIt);
    if (found) return found;
  }
  return undefined;
}

/** All text below a node. */
export function textOf(node: Nodes | undefined): string {
  if (!node) return "";
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** An attribute as text; lists with blanks between. */
export function attributeOf({ properties }: Element, name: string): string {
  const value = properties[name];
  return Array.isArray(value) ? value.join(" ") : String(value ?? "");
}
