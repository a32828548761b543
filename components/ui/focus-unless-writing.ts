/**
 * Moves the focus to an element once an answer has come, unless somebody writes in another one meanwhile: their words
 * would land in this one. `from` is what had the focus when the answer was asked for.
 */
export function focusUnlessWriting(to: HTMLElement | null | undefined, from: Element | null = null): void {
  const now = document.activeElement;
  const isWriting = now !== from && now?.matches("input, textarea, select, [contenteditable]");
  if (!isWriting) to?.focus();
}
