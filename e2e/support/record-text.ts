import { expect, type Page } from "@playwright/test";

/**
 * Writes down, inside the page, each text that an element has had and when: what happened doesn't depend on how often
 * the test looks. With a `host` the element stands in that one's shadow root. Gives when such a text first stood there,
 * in milliseconds since 1970.
 */
export async function recordText(
  page: Page,
  selector: string,
  host?: string,
): Promise<(isWanted: (text: string) => boolean) => Promise<number>> {
  const log = await page.evaluateHandle(
    ([wanted = "", within]) => {
      const root = (within && document.querySelector(within)?.shadowRoot) || document;
      const records: { at: number; text: string }[] = [];
      const note = () => {
        const text = root.querySelector(wanted)?.textContent ?? "";
        if (records.at(-1)?.text !== text) records.push({ at: Date.now(), text });
      };
      new MutationObserver(note).observe(root, { subtree: true, childList: true, characterData: true });
      note();
      return records;
    },
    [selector, host ?? ""],
  );
  return async (isWanted) => {
    const find = async () => (await log.jsonValue()).find(({ text }) => isWanted(text))?.at;
    await expect.poll(find).toBeDefined();
    return (await find()) ?? Number.POSITIVE_INFINITY;
  };
}
