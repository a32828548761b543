import { page } from "../page";

/** Gives what says before the page's title how many answers wait to be read; 0 takes it back. */
export function createPageTitle(): (count: number) => void {
  let shown = "";
  return (count) => {
    const { title } = page;
    const own = shown && title.startsWith(shown) ? title.slice(shown.length) : title;
    shown = count ? `(${count}) ` : "";
    if (shown + own !== title) page.title = shown + own;
  };
}
