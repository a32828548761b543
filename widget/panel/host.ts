import { h, replaceChildren } from "../dom";
import { page } from "../page";
import { safe } from "../safe";

declare global {
  interface HTMLElementTagNameMap {
    "dawen-widget": HTMLElement;
  }
}

export interface Host {
  shadow: ShadowRoot;
  /** Puts it on the page: once it is dressed, as the browser works out its looks at once. */
  attach(): void;
  /** Adds a style sheet to the shadow tree, in force where a page forbids style attributes; gives what rewrites it. */
  addSheet(css: string): (css: string) => void;
  remove(): void;
}

/**
 * An element of our own on the page, out of reach of its styles, that comes back when the page sweeps it away.
 * @param rebuild what to do when the page was written anew (`document.open`), which takes every listener away
 * @param nonce for browsers without constructed style sheets (Safari before 16.4), on pages whose policy asks for one
 */
export function createHost(root: HTMLElement, nonce: string, rebuild: () => void): Host {
  const element = h("dawen-widget", { popover: "manual" });
  const shadow = element.attachShadow({ mode: "open" });
  const observer = new MutationObserver(safe(attach));
  let place: Element | undefined;

  // On <html>, not <body>: frameworks replace the body, and a transform on it would carry fixed things away.
  function attach() {
    if (element.isConnected) return;
    if (place && place !== page.documentElement) return rebuild();
    place = page.documentElement;
    place.appendChild(element);
    observer.disconnect();
    observer.observe(document, { childList: true });
    observer.observe(place, { childList: true });
    rise();
  }

  /**
   * Into the top layer: above every z-index of the page, below a modal dialog, which alone can be used while it is
   * open.
   */
  function rise() {
    if (!element.showPopover) return;
    const modal = page.querySelector("dialog:modal");
    if (!modal) element.showPopover();
    else modal.addEventListener("close", safe(rise), { once: true });
  }

  shadow.appendChild(root);
  return {
    shadow,
    attach,
    addSheet(css) {
      if (!("replaceSync" in CSSStyleSheet.prototype)) {
        const style = h("style", { nonce }, css);
        shadow.appendChild(style);
        return (text) => replaceChildren(style, [text]);
      }
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
      return (text) => sheet.replaceSync(text);
    },
    remove() {
      observer.disconnect();
      element.remove();
    },
  };
}
