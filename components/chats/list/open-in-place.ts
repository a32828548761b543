import type { MouseEvent } from "react";

/** A plain click changes the address without asking the server for a page: the screen has all it needs. */
export function openInPlace(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
  event.preventDefault();
  window.history.pushState(null, "", event.currentTarget.href);
}
