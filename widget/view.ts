import type { Chat } from "./chat";
import { createComposer } from "./composer";
import type { Config } from "./config";
import { paletteOf } from "./contrast";
import { createTool, div, h, icon, setAttributes, setText } from "./dom";
import { createHost } from "./host";
import { CROSS, DOWN, MARK } from "./icons";
import { countCodePoints, MESSAGE_LIMIT, messageText } from "./message-text";
import { safe } from "./safe";
import { safeHref } from "./safe-href";
import type { Store, Turn } from "./store";
import { createTranscript } from "./transcript";
import css from "./widget.css";
import { words as catalogs, type Locale } from "./words";

export interface View {
  isOpen(): boolean;
  /** Opens and takes the focus, to be given back to the opener; without one the focus stays where it is. */
  open(opener?: Element | null): void;
  close(): void;
  setVisible(isVisible: boolean): void;
  /** Brings the screen up to the store's state. */
  render(): void;
  destroy(): void;
}

interface ViewOptions {
  store: Store;
  chat: Chat;
  config: Config;
  locale: Locale;
  origin: string;
  onToggle: (isOpen: boolean) => void;
}

/** Small enough for the panel to take the whole screen; the same numbers stand in widget.css. */
export const FULL_SCREEN = "(max-width: 480px), (max-height: 480px)";

const STOPS = "button:enabled,textarea:enabled,a,[tabindex='0']";

/** Puts the launcher and the panel on the page; a newer config arrives through the store. */
export function createView({ store, chat, locale, origin, onToggle, ...given }: ViewOptions): View {
  const words = catalogs[locale];
  const listening = new AbortController();
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let { config } = given;
  let isOpen = false;
  let opener: Element | null | undefined;

  const badge = h("span", { class: "badge" });
  const marks = [icon(MARK), icon(DOWN), badge];
  const launcher = h("button", { class: "launcher", "aria-haspopup": "dialog" }, ...marks);
  const avatar = div("avatar");
  const name = h("h2", { id: "name" });
  const close = createTool("tool", words.close, CROSS);
  const notice = h("p", { class: "notice", role: "status" });
  const announcer = h("p", { class: "sr", role: "status" });
  const composer = createComposer(store, words, ask);
  const panel = h("div", { class: "panel", role: "dialog", "aria-labelledby": "name", tabindex: "-1" });
  const root = h("div", { lang: locale }, panel, launcher);
  const host = createHost(root);
  const transcript = createTranscript({
    store,
    chat,
    locale,
    origin,
    addSheet: host.addSheet,
    addTool: (tool) => close.before(tool),
    announce: (text) => setText(announcer, text),
    ask,
    onChange: render,
  });
  const about = h("div", {}, name, h("p", {}, words.about));
  panel.append(
    h("header", {}, avatar, about, close),
    transcript.element,
    notice,
    composer.element,
    announcer,
  );
  host.addSheet(css);
  const colors = host.addSheet("");
  const size = host.addSheet("");

  function ask(text: string): boolean {
    const isSent = config.enabled && countCodePoints(text) <= MESSAGE_LIMIT && chat.send(messageText(text));
    if (isSent) composer.focus();
    return isSent;
  }

  function applyConfig() {
    const isDark = config.theme === "dark" || (config.theme !== "light" && dark.matches);
    const { primary, onPrimary, accent } = paletteOf(config.primary_color, isDark);
    root.className = `root ${config.position}${isDark ? " dark" : ""}`;
    colors.replaceSync(`.root{--primary:${primary};--on-primary:${onPrimary};--accent:${accent}}`);
    setText(name, config.bot_name);
    avatar.replaceChildren(icon(MARK));
    const picture = safeHref(config.avatar_url);
    if (/^http/.test(picture)) {
      const image = h("img", { alt: "", referrerpolicy: "no-referrer", src: picture });
      image.onload = () => avatar.replaceChildren(image);
    }
  }

  function render() {
    const { turns, ...state } = store.get();
    const focused = host.shadow.activeElement;
    if (state.config && JSON.stringify(state.config) !== JSON.stringify(config)) {
      config = state.config;
      applyConfig();
    }
    const refused = turns.find((turn) => turn.problem?.kind === "paused");
    setText(notice, config.enabled ? "" : (refused?.problem?.text ?? words.paused));
    notice.hidden = config.enabled;
    panel.hidden = !isOpen;
    composer.render(config);
    const unread = turns.filter(isNew).length;
    if (isOpen) transcript.render(config);
    if (isOpen && unread && !document.hidden) {
      store.update((newest) => {
        newest.seenAt = Date.now();
      });
    }
    // The element that had the focus may be gone or out of use: keys stay in the panel.
    if (isOpen && focused && (!focused.isConnected || focused.matches(":disabled"))) panel.focus();
    const count = isOpen || !unread ? "" : `${unread}`;
    setText(badge, count);
    badge.hidden = !count;
    setAttributes(launcher, {
      "aria-label": `${isOpen ? words.close : words.open} ${count}`.trim(),
      "aria-expanded": `${isOpen}`,
    });
  }

  function isNew(turn: Turn) {
    return turn.role === "assistant" && turn.at > store.get().seenAt;
  }

  function fitToKeyboard() {
    const screen = window.visualViewport;
    if (!screen || screen.scale > 1.01) return;
    size.replaceSync(`.root{--height:${screen.height}px;--top:${screen.offsetTop}px}`);
  }

  function keepFocusInside(event: KeyboardEvent) {
    const stops = [...panel.querySelectorAll<HTMLElement>(STOPS)].filter((element) => element.offsetParent);
    if (event.shiftKey) stops.reverse();
    const from = host.shadow.activeElement;
    if (from !== stops[stops.length - 1] && from !== panel) return;
    event.preventDefault();
    stops[0]?.focus();
  }

  const view: View = {
    isOpen: () => isOpen,
    open(from) {
      if (isOpen) return;
      isOpen = true;
      opener = from;
      root.dataset.open = "";
      panel.ariaModal = `${matchMedia(FULL_SCREEN).matches}`;
      fitToKeyboard();
      render();
      transcript.scrollToEnd();
      // A finger that opens the panel wants to read first; the keyboard would cover half of it.
      if (from !== undefined) matchMedia("(pointer: coarse)").matches ? panel.focus() : composer.focus();
      onToggle(true);
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      const hadFocus = host.shadow.activeElement;
      delete root.dataset.open;
      render();
      const back = opener instanceof HTMLElement && opener.isConnected ? opener : launcher;
      if (hadFocus) back.focus({ preventScroll: true });
      onToggle(false);
    },
    setVisible(isVisible) {
      root.hidden = !isVisible;
    },
    render,
    destroy() {
      listening.abort();
      transcript.stop();
      host.remove();
    },
  };

  const listen = (target: EventTarget | null, types: string, run: (event: Event) => void) => {
    for (const type of types.split(" ")) {
      target?.addEventListener(type, safe(run), { signal: listening.signal });
    }
  };
  launcher.onclick = safe(() => (isOpen ? view.close() : view.open(launcher)));
  close.onclick = safe(view.close);
  panel.onkeydown = safe((event) => {
    if (event.isComposing || composer.isComposing()) return;
    if (event.key === "Escape") view.close();
    if (event.key === "Tab") keepFocusInside(event);
  });
  // What is typed here is none of the page's shortcuts' business.
  listen(root, "keydown keypress keyup", (event) => event.stopPropagation());
  listen(window.visualViewport, "resize scroll", fitToKeyboard);
  listen(dark, "change", applyConfig);
  listen(document, "visibilitychange", render);
  listen(window, "online offline", render);
  listen(window, "online", chat.resume);
  listen(window, "pagehide", () => {
    composer.saveDraft();
    chat.leave();
  });
  listen(window, "storage", (event) => {
    if (!(event instanceof StorageEvent) || event.key !== store.key) return;
    store.refresh();
    render();
  });

  applyConfig();
  render();
  return view;
}
