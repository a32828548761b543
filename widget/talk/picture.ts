import { h, replaceChildren } from "../dom";
import { isRecord, textOf } from "../json";
import type { Turn } from "../store";
import { scaleTo } from "./scale-to";

/** The longest side that is shown, in pixels; the same number stands in talk.css. */
const SHOWN = 260;

/** Where a turn's picture is shown: its word, until `drawPicture` has it. */
export function createPicture({ texts }: Turn): HTMLElement {
  return h("a", { class: "bubble", dir: "auto", target: "_blank", rel: "noopener" }, texts.join(""));
}

/**
 * Draws the turn's picture in the first link of its node, which then opens it, once its address is known. Of our own
 * server's pictures only: whatever else was stored or sent stays a word, and so does a picture that fails to load.
 * @param origin our server's
 */
export function drawPicture(node: Element, { texts, picture }: Turn, origin: string): void {
  const link = node.querySelector("a");
  const { url, width, height } = isRecord(picture) ? picture : {};
  if (!link || link.href || !/^\/api\/files\/[\w-]+(\?|$)/.test(textOf(url))) return;
  link.href = origin + url;
  const image = Object.assign(h("img"), {
    ...scaleTo(SHOWN, Number(width), Number(height)),
    alt: texts.join(""),
    loading: "lazy",
    decoding: "async",
    onerror: () => replaceChildren(link, texts),
    src: link.href,
  });
  replaceChildren(link, [image]);
}
