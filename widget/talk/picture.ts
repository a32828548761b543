import { h, replaceChildren } from "../dom";
import { textOf } from "../json";
import { safe } from "../safe";
import type { Turn } from "../store";
import { scaleTo } from "./scale-to";
import type { TalkOptions, Words } from "./talk-options";

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
 * Draws the turn's picture in the first link of its node, which then opens it, once its address is known, and again
 * where that is another. Of our own server's pictures only: whatever else was stored or sent stays a word, and so does
 * a picture that fails to load. One that isn't there gets another address by `renew`, or a sentence that says so.
 */
export function drawPicture(
  node: Element,
  { texts, picture }: Turn,
  { origin }: Pick<TalkOptions, "origin">,
  words: Words,
  renew: () => Promise<unknown>,
): void {
  const link = node.querySelector("a");
  const { url, width, height }: Sent = Object(picture);
  const path = textOf(url);
  if (!link || link.dataset.of === path || !/^\/api\/files\/[\w-]+(\?|$)/.test(path)) return;
  link.dataset.of = path;
  link.href = origin + path;
  if (link.querySelector("canvas")) return;
  const show = (shown: Node | string) => {
    const isLatest = link.dataset.of === path;
    if (isLatest) replaceChildren(link, [shown]);
    return isLatest;
  };
  const word = texts.join("");
  const fail = async (isGone: boolean) => {
    show(word);
    if (!isGone) return;
    await renew();
    if (show(words.expired)) link.removeAttribute("href");
  };
  const size = { ...scaleTo(SHOWN, width, height), alt: word, loading: "lazy" };
  show(Object.assign(createImage(link.href, word, show, fail), size));
}

/** Who writes: their picture, or the first letter of their name until it is here; nothing where they have none. */
export function createFace(name: string | undefined, path: unknown, origin: string): Node[] {
  if (!/^\/api\/faces\/[\w-]+$/.test(textOf(path))) return [];
  const face = h("span", { class: "face", "aria-hidden": "true" }, [...`${name}`][0] ?? "");
  const show = (shown: Node) => replaceChildren(face, [shown]);
  const image = createImage(`${origin}${path}`, "", show, () => {});
  image.onload = () => show(image);
  return [face];
}

/** The page's policy forbids images: each that is tried is told to whoever the page has such told. */
let isForbidden = false;

/**
 * An image of our server's. Where the page's policy forbids it, `show` gets its pixels; where there are none, `fail`
 * whether it isn't there any more.
 */
function createImage(
  src: string,
  word: string,
  show: (pixels: Node) => unknown,
  fail: (isGone: boolean) => unknown,
): HTMLImageElement {
  const image = h("img");
  const read = safe(async () => {
    const response = await fetch(src, { credentials: "omit" }).catch(() => undefined);
    const bitmap = response?.ok && (await createImageBitmap(await response.blob()).catch(() => undefined));
    if (!bitmap) return fail(/403|404|410/.test(`${response?.status}`));
    isForbidden = true;
    const { width, height } = bitmap;
    const canvas = Object.assign(h("canvas"), { width, height, ariaLabel: word });
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
    show(canvas);
  });
  if (isForbidden) read();
  else Object.assign(image, { onerror: read, src });
  return image;
}
