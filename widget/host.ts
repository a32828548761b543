import { h } from "./dom";
import { safe } from "./safe";

declare global {
  interface HTMLElementTagNameMap {
    "dawen-widget": HTMLElement;
  }
}

export interface Host {
  shadow: ShadowRoot;
  /** A style sheet of the shadow tree; a rule where a page's policy forbids style attributes. */
  addSheet(css: string): CSSStyleSheet;
  remove(): void;
}

/** An element of our own on the page, out of reach of its styles, that comes back when the page sweeps it away. */
export function createHost(root: HTMLElement): Host {
  const element = h("dawen-widget", { popover: "manual" });
  const shadow = element.attachShadow({ mode: "open" });
  const observer = new MutationObserver(safe(attach));

  // On <html>, not <body>: frameworks replace the body, and a transform on it would carry fixed things away.
  function attach() {
    if (element.isConnected) return;
    const page = document.documentElement;
    page.append(element);
    observer.disconnect();
    observer.observe(document, { childList: true });
    observer.observe(page, { childList: true });
    // The top layer: above every z-index of the page, below a modal dialog that opens later.
    element.showPopover?.();
  }

  shadow.append(root);
  attach();
  return {
    shadow,
    addSheet(css) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
      return sheet;
    },
    remove() {
      observer.disconnect();
      element.remove();
    },
  };
}
