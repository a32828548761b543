import { prevent } from "../event";
import { page } from "../page";
import type { Frame } from "../panel/frame";

/** Whatever crosses the edge of a shadow tree and means something to a visitor. */
const TYPES =
  "keydown keypress keyup beforeinput input compositionstart compositionend click dblclick contextmenu mousedown mouseup pointerdown pointerup touchstart touchmove touchend wheel selectstart dragstart dragover drop copy cut paste focusin focusout";

const STOPS = "button:enabled,textarea:enabled,a,summary,[tabindex='0']";

/**
 * What an open panel needs on pages that get in its way, and on screens that it fills; loads when one is first opened.
 * @param panel stands in the frame; `ariaModal` says whether it leaves nothing else to reach
 */
export function keep({ shadow, root, addSheet }: Frame, panel: HTMLElement, signal: AbortSignal): void {
  keepEvents(shadow.host, root, signal);
  keepFocus(shadow, panel, signal);
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
 * from all that isn't theirs. Listeners on the window see an event first; from ours on nobody can prevent or stop it,
 * and at the widget's edge it ends.
 * @param host the element on the page
 * @param root the outermost element inside its shadow tree
 */
function keepEvents(host: Element, root: Element, signal: AbortSignal): void {
  const { prototype } = Event;
  const disarm = (event: Event) => {
    if (event.target !== host) return;
    // The page would learn that the focus left its dialog, and take it back; nothing inside asks for this one.
    if (event.type === "focusin") return prototype.stopImmediatePropagation.call(event);
    for (const name of "preventDefault stopPropagation stopImmediatePropagation returnValue".split(" "))
      Object.defineProperty(event, name, { configurable: true, get: () => () => true, set() {} });
  };
  for (const type of TYPES.split(" ")) {
    // A wheel or a finger that may be prevented waits for the page: ours never are.
    window.addEventListener(type, disarm, { capture: true, passive: true, signal });
    root.addEventListener(type, (event) => prototype.stopPropagation.call(event), { passive: true, signal });
  }
}

/** On a screen that the panel fills, behind the last stop comes the first, and the other way round. */
function keepFocus(shadow: ShadowRoot, panel: HTMLElement, signal: AbortSignal): void {
  const turn = (event: KeyboardEvent) => {
    if (event.key !== "Tab" || panel.ariaModal !== "true") return;
    const stops = [...panel.querySelectorAll<HTMLElement>(STOPS)].filter((element) => element.offsetParent);
    if (event.shiftKey) stops.reverse();
    const from = shadow.activeElement;
    if (from !== stops[stops.length - 1] && from !== panel) return;
    prevent(event);
    stops[0]?.focus();
  };
  panel.addEventListener("keydown", turn, { signal });
}
