/** What `window.dawen` offers a page that carries the Dawen widget. Docs: docs/widget.md of the Dawen repository. */
export interface Dawen {
  /** Opens the panel and moves the focus into it. */
  open(): void;
  /** Closes the panel; the focus goes back to where it came from. */
  close(): void;
  toggle(): void;
  /** Shows the launcher again after `hide()`. */
  show(): void;
  /** Closes the panel and takes the launcher away; `open()` still shows the panel. */
  hide(): void;
  /**
   * Opens the panel and sends the text as the visitor's message. A text that can't be sent (too long, or the bot is
   * paused) is put into the field, behind what the visitor typed there.
   */
  send(text: string): void;
  /** Forgets who the visitor is and what was said in this browser, as when a user of the page signs out. */
  reset(): void;
  /**
   * Says who the visitor is. Staff see it marked as what the page said; null takes it back. Kept until
   * the page is left.
   */
  identify(visitor: DawenVisitor | null): void;
  /** "zh-TW", "zh-CN", "en" or "ja"; other Chinese is zh-TW, anything else the bot's or the page's own language. */
  setLocale(locale: string): void;
  /** Listens to an event; returns what stops the listening. */
  on<E extends keyof DawenEvents>(event: E, listener: (detail: DawenEvents[E]) => void): () => void;
  /** Takes the widget off the page; the conversation stays stored. */
  destroy(): void;
  /** A call as an array, as before the script had loaded: `dawen.push(["open"])`. */
  push(...calls: DawenCall[]): void;
}

/** Longer values are cut by the server: name 100 characters, email 254, others 200; twenty others at the most. */
export interface DawenVisitor {
  name?: string;
  email?: string;
  [trait: string]: string | number | boolean | undefined;
}

export interface DawenEvents {
  /** The launcher is on the page. */
  ready: undefined;
  open: undefined;
  close: undefined;
  /** The visitor's text. */
  send: string;
  /** The answer's bubbles. */
  reply: string[];
  /** Why a message got no answer. */
  error: "unreachable" | "late" | "broken" | "gone" | "paused" | "limited";
}

export type DawenCall =
  | ["open" | "close" | "toggle" | "show" | "hide" | "reset" | "destroy"]
  | ["send" | "setLocale", string]
  | ["identify", DawenVisitor | null]
  | { [E in keyof DawenEvents]: ["on", E, (detail: DawenEvents[E]) => void] }[keyof DawenEvents];

declare global {
  interface Window {
    /** An array of calls until the script has loaded: `window.dawen = window.dawen || []`. */
    dawen?: Dawen | DawenCall[];
  }
}
