import { page } from "./page";
import { safe } from "./safe";

/** The element with its attributes and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = page.createElement(tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

export function div(name: string, ...children: (Node | string)[]): HTMLDivElement {
  return h("div", { class: name }, ...children);
}

/** A bubble with the text as it is. */
export function createBubble(text: string): HTMLElement {
  return h("div", { class: "bubble plain", dir: "auto" }, text);
}

/** A button that runs the function; what that throws stays out of the page. */
export function createButton(name: string, content: Node | string, run: () => unknown): HTMLButtonElement {
  const button = h("button", { class: name }, content);
  button.onclick = safe(run);
  return button;
}

/** A button that is only an icon. */
export function createTool(name: string, label: string, path: string, run: () => unknown): HTMLButtonElement {
  const tool = createButton(name, icon(path), run);
  tool.ariaLabel = tool.title = label;
  return tool;
}

/** A line drawing on 24 units, in the colour of the text. */
export function icon(path: string): SVGSVGElement {
  const svg = page.createElementNS(SVG, "svg");
  const line = page.createElementNS(SVG, "path");
  setAttributes(svg, { viewBox: "0 0 24 24", "aria-hidden": "true" });
  setAttributes(line, { d: path });
  svg.appendChild(line);
  return svg;
}

function setAttributes(element: Element, attributes: Record<string, string>): void {
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name] ?? "");
}

/** Adds the children at the end. The page may have methods of its own in the place of `append`. */
export function append(parent: Node, children: (Node | string)[]): void {
  for (const child of children)
    parent.appendChild(typeof child === "string" ? page.createTextNode(child) : child);
}

/** Puts the children in the place of whatever the parent has. */
export function replaceChildren(parent: Node, children: (Node | string)[]): void {
  while (parent.firstChild) parent.removeChild(parent.firstChild);
  append(parent, children);
}

/** Sets the text only when it differs, so that live regions stay quiet. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

const SVG = "http://www.w3.org/2000/svg";
