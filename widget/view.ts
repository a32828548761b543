import type { FillAnswer } from "./answer";
import type { Chat } from "./chat";
import type { Config } from "./config";
import { paletteOf } from "./contrast";
import { h, icon, setAttributes, setText } from "./dom";
import { ARROW, CROSS, MARK, PLUS } from "./icons";
import { createIme } from "./ime";
import { loadAnswer } from "./load-answer";
import { countCodePoints, MESSAGE_LIMIT, messageText } from "./message-text";
import { safe } from "./safe";
import { safeHref } from "./safe-href";
import type { State, Store, Turn } from "./store";
import css from "./widget.css";
import { words as catalogs, type Locale } from "./words";

declare global {
  interface HTMLElementTagNameMap {
    "dawen-widget": HTMLElement;
  }
}

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

interface ShownTurn {
  node: HTMLElement;
  status: HTMLElement;
  said: string;
}

/** Small enough for the panel to take the whole screen; the same numbers stand in widget.css. */
export const FULL_SCREEN = "(max-width: 480px), (max-height: 480px)";

const COUNTER_FROM = MESSAGE_LIMIT - 30;
const DRAFT_DELAY_MS = 300;
const NEAR_END_PX = 120;

/** Puts the widget on the page and keeps it there; a newer config arrives through the store. */
export function createView({ store, chat, locale, origin, onToggle, ...given }: ViewOptions): View {
  const words = catalogs[locale];
  const ime = createIme();
  const shownTurns = new Map<string, ShownTurn>();
  const listening = new AbortController();
  let config = given.config;
  let isOpen = false;
  let opener: Element | null | undefined;
  let fillAnswer = fillPlainly;
  let isLoading = false;
  let isLoaded = false;
  let tick = 0;
  let draftDelay = 0;

  const tool = (name: string, label: string, path: string) =>
    h("button", { class: name, "aria-label": label, title: label, type: "button" }, icon(path));
  const div = (name: string, ...children: (Node | string)[]) => h("div", { class: name }, ...children);

  const badge = h("span", { class: "badge" });
  const launcher = h(
    "button",
    { class: "launcher", "aria-haspopup": "dialog" },
    icon(MARK),
    icon(CROSS),
    badge,
  );
  const avatar = div("avatar");
  const name = h("h2", { id: "name" });
  const restart = tool("tool", words.restart, PLUS);
  const close = tool("tool", words.close, CROSS);
  const welcome = div("turn");
  const suggestions = div("suggestions");
  const typing = div("turn typing", div("bubble", h("i"), h("i"), h("i")));
  const undo = h("button", { class: "link undo" }, words.undo);
  const log = div("log", welcome, suggestions, typing, undo);
  const notice = h("p", { class: "notice", role: "status" });
  const input = h("textarea", { rows: "1", enterkeyhint: "send" });
  const grow = div("grow", input);
  const counter = div("counter");
  const send = tool("send", words.send, ARROW);
  const form = div("form", grow, counter, send);
  const announcer = h("p", { class: "sr", role: "status" });
  const head = h("header", {}, avatar, h("div", {}, name, h("p", {}, words.about)), restart, close);
  const panel = div("panel", head, log, notice, form, announcer);
  const root = h("div", { lang: locale }, panel, launcher);
  setAttributes(log, { role: "log", "aria-labelledby": "name", "aria-relevant": "additions", tabindex: "0" });
  setAttributes(panel, { role: "dialog", "aria-labelledby": "name", tabindex: "-1" });

  const host = h("dawen-widget", { popover: "manual" });
  const shadow = host.attachShadow({ mode: "open" });
  addSheet(shadow, css);
  // Rules instead of style attributes, which the page's policy may forbid.
  const colors = addSheet(shadow, "");
  const size = addSheet(shadow, "");
  shadow.append(root);

  const listen = (target: EventTarget | null, types: string, run: (event: Event) => void) => {
    for (const type of types.split(" "))
      target?.addEventListener(type, safe(run), { signal: listening.signal });
  };

  const observer = new MutationObserver(safe(attach));
  // On <html>, not <body>: frameworks replace the body, and a transform on it would carry fixed things away.
  function attach() {
    if (host.isConnected) return;
    const page = document.documentElement;
    page.append(host);
    observer.disconnect();
    observer.observe(document, { childList: true });
    observer.observe(page, { childList: true });
    // The top layer: above every z-index of the page, below a modal dialog that opens later.
    host.showPopover?.();
  }

  const dark = matchMedia("(prefers-color-scheme: dark)");

  function applyConfig() {
    const isDark = config.theme === "dark" || (config.theme !== "light" && dark.matches);
    const { primary, onPrimary, accent } = paletteOf(config.primary_color, isDark);
    root.className = `root ${config.position}${isDark ? " dark" : ""}`;
    colors.replaceSync(`.root{--primary:${primary};--on-primary:${onPrimary};--accent:${accent}}`);
    setText(name, config.bot_name);
    welcome.replaceChildren(createBubble(config.welcome));
    welcome.hidden = !config.welcome;
    suggestions.replaceChildren(
      ...config.suggestions.map((text) => {
        const button = h("button", { class: "suggestion" }, text);
        button.onclick = safe(() => sendText(text));
        return button;
      }),
    );
    const picture = safeHref(config.avatar_url);
    avatar.replaceChildren(icon(MARK));
    if (/^http/.test(picture)) {
      const image = h("img", { alt: "", referrerpolicy: "no-referrer", src: picture });
      image.onload = () => avatar.replaceChildren(image);
    }
  }

  function render() {
    const state = store.get();
    if (state.config && JSON.stringify(state.config) !== JSON.stringify(config)) {
      config = state.config;
      applyConfig();
    }
    const isPaused = !config.enabled;
    const pauses = state.turns.filter((turn) => turn.problem?.kind === "paused");
    setText(notice, isPaused ? (pauses[pauses.length - 1]?.problem?.text ?? words.paused) : "");
    notice.hidden = !isPaused;
    input.disabled = isPaused;
    input.placeholder = input.ariaLabel = config.placeholder;
    suggestions.hidden = isPaused || state.turns.length > 0;
    restart.hidden = !state.turns.length;
    undo.hidden = !chat.canUndo();
    renderInput();
    panel.hidden = !isOpen;
    const hasNew = state.turns.some(isNew);
    if (isOpen) renderTurns(state);
    if (isOpen && hasNew && !document.hidden) {
      store.update((newest) => {
        newest.seenAt = Date.now();
      });
    }
    const unread = isOpen ? 0 : store.get().turns.filter(isNew).length;
    setText(badge, `${unread}`);
    badge.hidden = !unread;
    setAttributes(launcher, {
      "aria-label": (isOpen ? words.close : words.open) + (unread ? ` (${unread})` : ""),
      "aria-expanded": `${isOpen}`,
    });
  }

  function isNew(turn: Turn) {
    return turn.role === "assistant" && turn.at > store.get().seenAt;
  }

  function renderTurns(state: State) {
    const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
    const isWaiting = state.turns.some((turn) => turn.state === "waiting");
    const rest = new Set(shownTurns.keys());
    let isUnready = false;
    let before: Element = suggestions;
    let added: ShownTurn | undefined;
    for (const turn of state.turns) {
      if (turn.role === "assistant" && !isLoaded) {
        isUnready = true;
        continue;
      }
      let shown = shownTurns.get(turn.id);
      if (!shown) {
        added = shown = createTurn(turn);
        shownTurns.set(turn.id, shown);
      }
      rest.delete(turn.id);
      if (before.nextSibling !== shown.node) before.after(shown.node);
      before = shown.node;
      renderStatus(turn, shown);
    }
    for (const id of rest) {
      shownTurns.get(id)?.node.remove();
      shownTurns.delete(id);
    }
    typing.hidden = !(isUnready || (isWaiting && navigator.onLine));
    if (isUnready || isWaiting) load();
    if (added && (wasAtEnd || added.node.matches(".user"))) showInLog(added.node);
  }

  const load = safe(async () => {
    if (isLoading) return;
    isLoading = true;
    const answer = await loadAnswer(origin);
    isLoaded = true;
    if (answer) {
      addSheet(shadow, answer.css);
      fillAnswer = answer.fillAnswer;
    }
    render();
  });

  function createTurn(turn: Turn): ShownTurn {
    const isUser = turn.role === "user";
    const status = h("div", { class: "status", "aria-live": "off" });
    const node = div(isUser ? "turn user" : "turn");
    if (isUser) node.append(h("span", { class: "sr" }, words.you));
    (isUser ? fillPlainly : fillAnswer)(node, turn, config.show_sources, locale);
    node.append(status);
    return { node, status, said: "" };
  }

  function renderStatus({ id, state, problem }: Turn, shown: ShownTurn) {
    const { status } = shown;
    const left = Math.ceil(((problem?.until ?? 0) - Date.now()) / 1000);
    const isOver = problem?.kind === "limited" && left <= 0;
    let text = state === "waiting" && !navigator.onLine ? words.offline : "";
    if (problem && !isOver) text = problem.text || fill(words[problem.kind], left);
    if (left > 0) {
      clearTimeout(tick);
      tick = window.setTimeout(safe(render), 1000);
    }
    const canRetry = problem && left <= 0 && config.enabled && problem.kind !== "gone";
    const said = `${text.replace(/\d+/, "")}${canRetry}`;
    status.hidden = !text && !canRetry;
    if (said !== shown.said) {
      shown.said = said;
      status.replaceChildren(h("span"));
      if (canRetry) {
        const retry = h("button", { class: "link" }, words.retry);
        retry.onclick = safe(() => {
          focusInput();
          chat.retry(id);
        });
        status.append(retry);
      }
      setText(announcer, text);
    }
    if (status.firstChild instanceof Element) setText(status.firstChild, text);
  }

  /** Scrolls to the end, or to the start of a turn that is taller than the log. */
  function showInLog(node: HTMLElement) {
    log.scrollTop = Math.min(log.scrollHeight, node.offsetTop - 16);
  }

  function renderInput() {
    const count = countCodePoints(input.value);
    const over = count - MESSAGE_LIMIT;
    grow.dataset.text = input.value;
    counter.hidden = count < COUNTER_FROM;
    counter.classList.toggle("over", over > 0);
    setText(counter, over > 0 ? fill(words.over, over) : `${count}/${MESSAGE_LIMIT}`);
    input.ariaInvalid = `${over > 0}`;
    send.disabled = !config.enabled || !count || over > 0;
  }

  function saveDraft() {
    clearTimeout(draftDelay);
    if (store.get().draft === input.value) return;
    store.update((state) => {
      state.draft = input.value;
    });
  }

  function sendText(text: string): boolean {
    const count = countCodePoints(text);
    const isSent = config.enabled && count <= MESSAGE_LIMIT && chat.send(messageText(text));
    if (isSent) focusInput();
    return isSent;
  }

  function submit() {
    // A composition still open would write itself into the emptied field; leaving the field ends it.
    if (ime.isComposing()) input.blur();
    if (!sendText(input.value)) return;
    input.value = "";
    saveDraft();
    renderInput();
  }

  function focusInput() {
    input.focus({ preventScroll: true });
  }

  function fitToKeyboard() {
    const screen = window.visualViewport;
    if (!screen || screen.scale > 1.01) return;
    size.replaceSync(`.root{--height:${screen.height}px;--top:${screen.offsetTop}px}`);
  }

  function keepFocusInside(event: KeyboardEvent) {
    const stops = [...panel.querySelectorAll<HTMLElement>("button,a,textarea,[tabindex='0']")].filter(
      (element) => element.offsetParent && !element.matches(":disabled"),
    );
    if (event.shiftKey) stops.reverse();
    const from = shadow.activeElement;
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
      log.scrollTop = log.scrollHeight;
      // A finger that opens the panel wants to read first; the keyboard would cover half of it.
      if (from !== undefined) matchMedia("(pointer: coarse)").matches ? panel.focus() : focusInput();
      onToggle(true);
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      const hadFocus = shadow.activeElement;
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
      observer.disconnect();
      clearTimeout(tick);
      clearTimeout(draftDelay);
      host.remove();
    },
  };

  launcher.onclick = safe(() => (isOpen ? view.close() : view.open(launcher)));
  close.onclick = safe(view.close);
  restart.onclick = safe(() => {
    chat.restart();
    focusInput();
  });
  undo.onclick = safe(() => {
    chat.undo();
    focusInput();
  });
  send.onclick = safe(submit);
  // Keeps the caret, and with it a phone's keyboard, in the field.
  send.onpointerdown = (event) => event.preventDefault();
  input.oninput = safe(() => {
    renderInput();
    clearTimeout(draftDelay);
    draftDelay = window.setTimeout(safe(saveDraft), DRAFT_DELAY_MS);
  });
  input.onkeydown = safe((event) => {
    const meaning = ime.onKey(event);
    if (meaning === "pass") return;
    event.preventDefault();
    if (meaning === "send") submit();
  });
  panel.onkeydown = safe((event) => {
    if (event.isComposing || ime.isComposing()) return;
    if (event.key === "Escape") view.close();
    if (event.key === "Tab") keepFocusInside(event);
  });
  listen(input, "compositionstart", ime.start);
  listen(input, "compositionend blur", ime.end);
  // What is typed here is none of the page's shortcuts' business.
  listen(root, "keydown keypress keyup", (event) => event.stopPropagation());
  listen(window.visualViewport, "resize scroll", fitToKeyboard);
  listen(dark, "change", applyConfig);
  listen(document, "visibilitychange", render);
  listen(window, "online offline", render);
  listen(window, "pagehide", saveDraft);

  input.value = store.get().draft;
  applyConfig();
  attach();
  render();
  return view;
}

function createBubble(text: string): HTMLElement {
  return h("div", { class: "bubble plain", dir: "auto" }, text);
}

const fillPlainly: FillAnswer = (node, { texts }) => node.append(...texts.map(createBubble));

function fill(pattern: string, count: number): string {
  return pattern.replace("{n}", `${count}`);
}

function addSheet(shadow: ShadowRoot, text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  return sheet;
}
