const shownMs = 2_000;

/** Buttons that copy the code they stand beside; without scripts they are hidden. */
export function offerCopies(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>("button[data-copied]")) {
    const code = button.closest("figure")?.querySelector("code");
    if (!code) continue;
    const [label, copied = ""] = [button.textContent, button.dataset.copied];
    let timer = 0;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const isCopied = await navigator.clipboard.writeText(code.textContent).then(
        () => true,
        () => false,
      );
      // Selected, it can be copied by hand.
      if (!isCopied) return page.getSelection()?.selectAllChildren(code);
      button.textContent = copied;
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        button.textContent = label;
      }, shownMs);
    });
  }
}
