import { useEffect } from "react";

/** Puts a count before the page's title, as in 「(3) 對話」, while it is above zero. */
export function useTitleCount(count: number): void {
  useEffect(() => {
    if (count === 0) return;
    document.title = `(${count > 99 ? "99+" : count}) ${withoutCount(document.title)}`;
    return () => {
      document.title = withoutCount(document.title);
    };
  }, [count]);
}

function withoutCount(title: string): string {
  return title.replace(/^\(\d+\+?\) /, "");
}
