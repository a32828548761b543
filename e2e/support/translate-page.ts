import type { Page } from "@playwright/test";

/**
 * Does to a page what a translator does, again and again: every text outside of `translate="no"` is taken out and
 * stands, in brackets, in two elements of the translator's own (as in Chrome), or is moved into one (as others do).
 */
export async function translatePage(page: Page, how: "replace" | "move"): Promise<void> {
  await page.evaluate((way) => {
    const isKept = (node: Node) =>
      node.parentElement?.closest("[translate=no], script, style, title, textarea");
    const translate = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Text && node.data.trim() && !isKept(node) && !node.data.startsWith("["))
          texts.push(node);
      }
      for (const text of texts) {
        const outer = document.createElement("font");
        const inner = document.createElement("font");
        outer.append(inner);
        if (way === "replace") {
          inner.textContent = `[${text.data}]`;
          text.replaceWith(outer);
        } else {
          if (text.parentElement?.localName === "font") continue;
          text.replaceWith(outer);
          inner.append(text);
        }
      }
    };
    setInterval(translate, 30);
  }, how);
}
