/** The element with its attributes ("" for a bare one) and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A 24-unit line icon in the text's colour. */
export function icon(path: string): SVGSVGElement {
  const make = <K extends keyof SVGElementTagNameMap>(tag: K, attributes: Record<string, string>) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const svg = make("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" });
  svg.append(make("path", { d: path }));
  return svg;
}

/** The same function, except that what it throws ends in the console instead of in the page. */
export function safe<A extends unknown[]>(fn: (...args: A) => void): (...args: A) => void {
  return (...args) => {
    try {
      fn(...args);
    } catch (error) {
      console.warn("[dawen]", error);
    }
  };
}

/** Sets the text only when it differs, so that live regions stay quiet. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

// 「 」 as a speech bubble: the opening corner, and the closing one whose foot is the bubble's tail.
export const MARK = "M4 12.5V4h9M20 8.5v9h-8l-4.5 3.5v-3.5H7";
export const CROSS = "M6 6l12 12M18 6L6 18";
export const DOWN = "M5 9l7 7 7-7";
export const ARROW = "M12 19V5M5.5 11.5L12 5l6.5 6.5";
export const PEN =
  "M12 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-6M18.4 3.6a2 2 0 0 1 2.9 2.9L13 14.700l-4 1 1-4z";
