import { useEffect } from "react";

/**
 * Puts a count before the page's title, as in 「(3) 對話」, while it is above zero; also when the title changes meanwhile.
 */
export function useTitleCount(count: number): void {
  useEffect(() => {
    if (count === 0) return;
    const prefix = `(${count > 99 ? "99+" : count}) `;
    const show = () => {
      if (!document.title.startsWith(prefix)) document.title = prefix + withoutCount(document.title);
    };
    show();
    const changes = new MutationObserver(show);
    changes.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      changes.disconnect();
      document.title = withoutCount(document.title);
    };
  }, [count]);
}

function withoutCount(title: string): string {
  return title.replace(/^\(\d+\+?\) /, "");
}
