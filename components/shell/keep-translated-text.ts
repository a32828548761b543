/**
 * Lets a page translator and React work on one page. A translator takes text nodes out, or puts them into elements of
 * its own (`<font>` in Chrome); React still holds the old ones, and removing one, or putting something before it, would
 * throw and take the whole screen down; a new text would be written where nobody sees it. Once a text node has been
 * changed by somebody else, what React does to it is done to what stands in its place, and a new text takes its place
 * back. Returns how to stop watching.
 */
export function keepTranslatedText(root: HTMLElement): () => void {
  const watch = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === "characterData") putBack(record.target);
      else if (record.type === "childList") noteReplacements(record, watch);
    }
  });
  watch.observe(root, { childList: true, subtree: true });
  return () => watch.disconnect();
}

/** What stands in the place of a text node that a translator took out. */
const replacements = new WeakMap<Node, Element>();
let isPatched = false;

function noteReplacements(
  { addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord,
  watch: MutationObserver,
) {
  for (const added of addedNodes) if (isForeign(added)) patchOnce();
  for (const removed of removedNodes) {
    if (!(removed instanceof Text) || removed.isConnected) continue;
    const inPlace = [...addedNodes, previousSibling, nextSibling].find(isForeign);
    if (!inPlace) continue;
    replacements.set(removed, inPlace);
    watch.observe(removed, { characterData: true });
  }
}

/** A new text was written into a node that had been taken out: it goes back, and its translation goes. */
function putBack(text: Node): void {
  const inPlace = replacements.get(text);
  if (!inPlace) return;
  replacements.delete(text);
  if (inPlace.isConnected) inPlace.replaceWith(text);
}

function isForeign(node: Node | null): node is Element {
  return node instanceof HTMLElement && node.localName === "font";
}

/** The child of `parent` that a text node is, stands in, or was replaced by; null where there is none. */
function placeOf(parent: Node, node: Node): Node | null {
  let place: Node | null = replacements.get(node) ?? node;
  while (place && place.parentNode !== parent) place = place.parentNode;
  return place;
}

function patchOnce(): void {
  if (isPatched) return;
  isPatched = true;
  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (!(child instanceof Text) || child.parentNode === this) {
      removeChild.call(this, child);
      return child;
    }
    const place = placeOf(this, child);
    replacements.delete(child);
    if (place) removeChild.call(this, place);
    return child;
  };
  Node.prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    const isMoved = before instanceof Text && before.parentNode !== this;
    insertBefore.call(this, node, isMoved ? placeOf(this, before) : before);
    return node;
  };
}
