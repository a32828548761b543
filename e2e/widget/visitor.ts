import type { Page } from "@playwright/test";

declare global {
  interface Window {
    visitor: ReturnType<typeof createVisitor>;
  }
}

/**
 * Puts `window.visitor` on every page to come: hands and eyes inside the page, without a round trip for each look.
 * @param onSend gets each message that the widget says it took
 */
export async function addVisitor(page: Page, onSend: (text: string) => void): Promise<void> {
  await page.context().exposeFunction("noteSent", onSend);
  await page.context().addInitScript(`window.visitor = (${createVisitor})()`);
}

/** Runs in the page. */
function createVisitor() {
  Reflect.set(window, "dawen", [["on", "send", Reflect.get(window, "noteSent")]]);
  const all = (selector: string) => [
    ...(document.querySelector("dawen-widget")?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ];
  const shown = (selector: string) => all(selector).filter((one) => one.checkVisibility());
  const field = () => shown("[role=dialog] textarea").find((one) => one instanceof HTMLTextAreaElement);
  const retries = () => shown(".status button");

  async function until(what: string, isSo: () => boolean, patienceMs = 10_000): Promise<void> {
    for (let waited = 0; !isSo(); waited += 4) {
      if (waited > patienceMs) throw new Error(`not ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  }

  /** Gives the draft in the opened panel, with the focus in it. */
  async function open(): Promise<string> {
    await until("drawn", () => shown(".launcher, [role=dialog]").length > 0);
    if (!field()) shown(".launcher")[0]?.click();
    await until("open", () => Boolean(field()));
    const input = field();
    if (!input) throw new Error("no field");
    if (!input.matches(":focus")) {
      input.focus();
      input.setSelectionRange(input.value.length, input.value.length);
    }
    return input.value;
  }

  async function change(run: (input: HTMLTextAreaElement) => void) {
    const before = await open();
    const input = field();
    if (!input) throw new Error("no field");
    run(input);
    // The field is emptied in a moment at the soonest, and later when code has to come first.
    await new Promise((resolve) => setTimeout(resolve, 1));
    return { before, after: input.value };
  }

  return {
    open,
    async close(): Promise<void> {
      if (!field()) return;
      shown(".launcher")[0]?.click();
      await until("closed", () => !field());
    },
    draft: () => field()?.value ?? null,
    /** These open the panel where needed, and give the draft before and after. */
    type: (text: string) =>
      change((input) => void input.ownerDocument.execCommand("insertText", false, text)),
    pressEnter: () =>
      change((input) => {
        const key = { key: "Enter", keyCode: 13, bubbles: true, composed: true, cancelable: true };
        input.dispatchEvent(new KeyboardEvent("keydown", key));
        input.dispatchEvent(new KeyboardEvent("keyup", key));
      }),
    clickSend: () =>
      change(() => {
        const buttons = shown("[role=dialog] button");
        const button = buttons.find((one) => [one.ariaLabel, one.textContent].includes("送出"));
        if (!button) throw new Error("no send button");
        button.click();
      }),
    clickRetry(which: number) {
      const buttons = retries();
      buttons[Math.floor(which * buttons.length)]?.click();
    },
    /** Tries again whatever failed. False when something still waits after a while. */
    async calmDown(): Promise<boolean> {
      for (let i = 0; i < 500; i++) {
        for (const button of retries()) button.click();
        // Bubbles right in a quiet box wait for the conversation's code.
        if (field() && !shown(".typing, .status, [role=log] > [aria-live=off] > .turn").length) return true;
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
      return false;
    },
    /** What still waits, and what the page keeps of it. */
    waits: () =>
      JSON.stringify({
        shown: shown("[role=log] > *, .status, .typing, .notice").map((one) => one.outerHTML.slice(0, 400)),
        kept: Object.entries(localStorage).at(-1),
      }),
    bubbles: () => shown("[role=log] .bubble").map((one) => one.textContent.trim()),
  };
}
