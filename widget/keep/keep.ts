import { page } from "../page";
import type { Frame } from "../panel/frame";

/** Whatever crosses the edge of a shadow tree and means something to a visitor. */
const TYPES =
  "keydown keypress keyup beforeinput input compositionstart compositionend click dblclick contextmenu mousedown mouseup pointerdown pointerup touchstart touchmove touchend wheel selectstart dragstart copy cut paste focusin focusout";

/** What an open panel needs on pages that get in its way; loads when one is first opened. */
export function keep({ shadow, root, addSheet }: Frame, signal: AbortSignal): void {
  keepEvents(shadow.host, root, signal);
  // A page that zooms itself: sizes and corners are those of the screen.
  const setZoom = addSheet("");
  const unzoom = () => {
    const zoom = Number(getComputedStyle(page.documentElement).zoom) || 1;
    setZoom(zoom === 1 ? "" : `:host{zoom:${1 / zoom}!important}`);
  };
  window.addEventListener("resize", unzoom, { signal });
  unzoom();
}

/**
 * Keeps what happens inside the widget from the page: libraries there take keys, the wheel, the clipboard and the focus
 * from all that isn't theirs. Listeners on the window see an event first; from ours on nobody can prevent or stop it, and
 * at the widget's edge it ends.
 * @param host the element on the page
 * @param root the outermost element inside its shadow tree
 */
function keepEvents(host: Element, root: Element, signal: AbortSignal): void {
  const { prototype } = Event;
  const disarm = (event: Event) => {
    if (event.target !== host) return;
    // The page would learn that the focus left its dialog, and take it back; nothing inside asks for this one.
    if (event.type === "focusin") return prototype.stopImmediatePropagation.call(event);
    for (const name of ["preventDefault", "stopPropagation", "stopImmediatePropagation", "returnValue"])
      Object.defineProperty(event, name, { configurable: true, get: () => () => true, set() {} });
  };
  for (const type of TYPES.split(" ")) {
    // A wheel or a finger that may be prevented waits for the page: ours never are.
    window.addEventListener(type, disarm, { capture: true, passive: true, signal });
    root.addEventListener(type, (event) => prototype.stopPropagation.call(event), { passive: true, signal });
  }
}
