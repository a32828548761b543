import { page } from "../page";

export interface PageTitle {
  /** Says before the page's title how many answers wait to be read; 0 takes it back. */
  show(count: number): void;
}

export function createPageTitle(): PageTitle {
  let shown = "";
  return {
    show(count) {
      const { title } = page;
      const own = shown && title.startsWith(shown) ? title.slice(shown.length) : title;
      shown = count ? `(${count}) ` : "";
      if (shown + own !== title) page.title = shown + own;
    },
  };
}
