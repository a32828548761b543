import { h, replaceChildren } from "../dom";
import { textOf } from "../json";
import type { Turn } from "../store";
import { scaleTo } from "./scale-to";

/** As the server sends it. Of what is no number nothing is drawn. */
interface Sent {
  url?: unknown;
  width: number;
  height: number;
}

/** The longest side that is shown, in pixels; the same number stands in talk.css. */
const SHOWN = 260;

/** Where a turn's picture is shown: as it was sent from this page, or else its word, until `drawPicture` has it. */
export function createPicture({ texts }: Turn, own?: Node): HTMLElement {
  return h("a", { class: "bubble", target: "_blank", rel: "noopener" }, own ?? texts.join(""));
}

/**
 * Draws the turn's picture in the first link of its node, which then opens it, once its address is known. Of our own
 * server's pictures only: whatever else was stored or sent stays a word, and so does a picture that fails to load.
 * @param origin our server's
 */
export function drawPicture(node: Element, { texts, picture }: Turn, origin: string): void {
  const link = node.querySelector("a");
  const { url, width, height }: Sent = Object(picture);
  if (!link || link.href || !/^\/api\/files\/[\w-]+(\?|$)/.test(textOf(url))) return;
  link.href = origin + url;
  if (link.firstElementChild) return;
  const image = Object.assign(h("img"), {
    ...scaleTo(SHOWN, width, height),
    alt: texts.join(""),
    loading: "lazy",
    onerror: () => replaceChildren(link, texts),
    src: link.href,
  });
  replaceChildren(link, [image]);
}
