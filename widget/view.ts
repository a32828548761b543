import type { Chat } from "./chat";
import { type Config, DEFAULT_COLOR } from "./config";
import { paletteOf } from "./contrast";
import { ARROW, CROSS, DOWN, h, icon, MARK, PEN, safe, setText } from "./dom";
import { createIme } from "./ime";
import { safeHref } from "./markdown";
import { createTurnNode, renderMarkdown } from "./message-node";
import { countCodePoints, MESSAGE_LIMIT, messageText } from "./message-text";
import type { State, Store, Turn } from "./store";
import css from "./widget.css";
import type { Locale, Words } from "./words";

declare global {
  interface HTMLElementTagNameMap {
    "dawen-widget": HTMLElement;
  }
}

export interface View {
  isOpen(): boolean;
  open(opener?: Element | null): void;
  close(): void;
  setVisible(isVisible: boolean): void;
  render(): void;
  destroy(): void;
}

interface ViewOptions {
  store: Store;
  chat: Chat;
  words: Words;
  locale: Locale;
  config: Config;
  nonce: string;
  onToggle: (isOpen: boolean) => void;
}

const COUNTER_FROM = MESSAGE_LIMIT - 30;
const PAUSE_BETWEEN_TIMES_MS = 30 * 60_000;
const DRAFT_DELAY_MS = 300;
// Small enough that the panel takes the whole screen; the same numbers stand in widget.css.
const FULL_SCREEN = "(max-width: 480px), (max-height: 480px)";

/** Puts the widget on the page and keeps it there. The config may be replaced later through the store. */
export function createView({ store, chat, words, locale, nonce, onToggle, ...given }: ViewOptions): View {
  let config = given.config;
  let isOpen = false;
  let opener: Element | null = null;
  let timer = 0;
  let draftTimer = 0;
  const listening = new AbortController();
  const listen = (target: EventTarget | null | undefined, type: string, fn: (event: Event) => void) =>
    target?.addEventListener(type, safe(fn), { signal: listening.signal });
  const ime = createIme();
  const nodes = new Map<string, { node: HTMLElement; status: HTMLElement; said: string }>();

  const badge = h("span", { class: "badge", hidden: "" });
  const launcher = h("button", {
    class: "launcher",
    type: "button",
    "aria-haspopup": "dialog",
    "aria-controls": "p",
  });
  launcher.append(icon(MARK), icon(DOWN), badge);
  const avatar = h("span", { class: "avatar", "aria-hidden": "true" });
  const name = h("h2", { id: "n" });
  const restart = h("button", {
    class: "tool",
    type: "button",
    "aria-label": words.restart,
    title: words.restart,
  });
  restart.append(icon(PEN));
  const close = h(
    "button",
    { class: "tool", type: "button", "aria-label": words.close, title: words.close },
    icon(CROSS),
  );
  const welcome = h("div", { class: "turn" });
  const suggestions = h("div", { class: "suggestions" });
  const typing = h("div", { class: "turn typing", "aria-hidden": "true", hidden: "" });
  typing.append(h("div", { class: "bubble" }, h("i"), h("i"), h("i")));
  const undo = h("button", { class: "link", type: "button" }, words.undo);
  const restarted = h("p", { class: "note", hidden: "" }, `${words.restarted} `, undo);
  const log = h("div", {
    class: "log",
    role: "log",
    "aria-relevant": "additions",
    "aria-label": words.log,
    tabindex: "0",
  });
  log.append(welcome, suggestions, typing, restarted);
  const notice = h("p", { class: "notice", role: "status", hidden: "" });
  const input = h("textarea", {
    rows: "1",
    enterkeyhint: "send",
    "aria-label": words.message,
    "aria-describedby": "k",
  });
  const grow = h("div", { class: "grow" }, input);
  const counter = h("span", { class: "counter", id: "k", hidden: "" });
  const send = h("button", { class: "send", "aria-label": words.send, title: words.send }, icon(ARROW));
  const form = h("form", { novalidate: "" }, grow, counter, send);
  const announcer = h("div", { class: "sr", role: "status" });
  const head = h("header", {}, avatar, h("div", {}, name, h("p", {}, words.about)), restart, close);
  const panel = h("div", {
    class: "panel",
    id: "p",
    role: "dialog",
    "aria-labelledby": "n",
    tabindex: "-1",
    hidden: "",
  });
  panel.append(head, log, notice, form, announcer);
  const root = h("div", { class: "root", lang: locale }, panel, launcher);

  const host = h("dawen-widget", { popover: "manual" });
  const shadow = host.attachShadow({ mode: "open" });
  addSheet(shadow, css, nonce);
  const rule = addSheet(shadow, ".root{}", nonce)?.cssRules[0];
  const setVariable = (variable: string, value: string) => {
    if (rule instanceof CSSStyleRule) rule.style.setProperty(variable, value);
  };
  shadow.append(root);

  // On <html>, not <body>: frameworks replace the body, and a transform on it would carry fixed things away.
  const attach = safe(() => {
    if (host.isConnected || listening.signal.aborted) return;
    document.documentElement.append(host);
    observer.disconnect();
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
    // The top layer: above every z-index of the page, below a modal dialog it opens later.
    if ("showPopover" in host) host.showPopover();
  });
  const observer = new MutationObserver(attach);

  const fullScreen = matchMedia(FULL_SCREEN);
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function applyConfig() {
    const { position, bot_name, avatar_url } = config;
    const isDark = config.theme === "dark" || (config.theme !== "light" && dark.matches);
    const palette = paletteOf(config.primary_color, DEFAULT_COLOR);
    root.className = `root ${position} ${isDark ? "dark" : "light"}`;
    setVariable("--primary", palette.primary);
    setVariable("--on-primary", palette.onPrimary);
    setVariable("--accent", isDark ? palette.onDark : palette.onLight);
    setText(name, bot_name);
    welcome.replaceChildren(
      ...(config.welcome
        ? [h("div", { class: "bubble", dir: "auto" }, ...renderMarkdown(config.welcome))]
        : []),
    );
    suggestions.replaceChildren(
      ...config.suggestions.map((text) => {
        const button = h("button", { class: "suggestion", type: "button" }, text);
        button.onclick = safe(() => sendText(text));
        return button;
      }),
    );
    const picture = safeHref(avatar_url);
    avatar.replaceChildren(icon(MARK));
    if (picture?.startsWith("http")) {
      const image = h("img", { alt: "", referrerpolicy: "no-referrer", loading: "lazy", src: picture });
      image.onload = () => avatar.replaceChildren(image);
      avatar.append(image);
    }
  }

  function render() {
    const state = store.get();
    if (state.config && JSON.stringify(state.config) !== JSON.stringify(config)) {
      config = state.config;
      applyConfig();
    }
    renderTurns(state);
    const isPaused = !config.enabled;
    const pause = [...state.turns].reverse().find((turn) => turn.problem?.kind === "paused")?.problem?.text;
    setText(notice, isPaused ? (pause ?? words.paused) : "");
    notice.hidden = !isPaused;
    input.disabled = isPaused;
    input.placeholder = isPaused ? words.paused : config.placeholder;
    suggestions.hidden = isPaused || state.turns.length > 0;
    restart.hidden = !state.turns.length;
    restarted.hidden = !chat.canUndo();
    typing.hidden = !state.turns.some((turn) => turn.state === "waiting") || !navigator.onLine;
    renderInput();

    if (isOpen && !document.hidden) {
      const last = state.turns[state.turns.length - 1];
      if (last && last.at > state.seenAt) store.update((newest) => (newest.seenAt = Date.now()));
    }
    const { seenAt } = store.get();
    const unread = isOpen
      ? 0
      : state.turns.filter((turn) => turn.role === "assistant" && turn.at > seenAt).length;
    setText(badge, `${unread || ""}`);
    badge.hidden = !unread;
    const label = isOpen ? words.close : words.open;
    launcher.setAttribute("aria-label", unread ? `${label} (${fill(words.unread, unread)})` : label);
    launcher.setAttribute("aria-expanded", `${isOpen}`);
  }

  function renderTurns(state: State) {
    const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
    let added: Turn | undefined;
    let anchor: Element = suggestions;
    let previous = 0;
    const kept = new Set<Element>();
    const place = (node: Element) => {
      if (anchor.nextElementSibling !== node) anchor.after(node);
      anchor = node;
      kept.add(node);
    };
    for (const turn of state.turns) {
      let shown = nodes.get(turn.id);
      if (!shown) {
        const node = createTurnNode(turn, words, config.show_sources);
        const status = h("div", { class: "status", "aria-live": "off", hidden: "" });
        node.append(status);
        if (turn.at - previous > PAUSE_BETWEEN_TIMES_MS) node.prepend(createTime(turn.at));
        shown = { node, status, said: "" };
        nodes.set(turn.id, shown);
        added = turn;
      }
      previous = turn.at;
      place(shown.node);
      renderStatus(turn, shown);
    }
    for (const [id, { node }] of nodes) {
      if (kept.has(node)) continue;
      node.remove();
      nodes.delete(id);
    }
    const node = added && nodes.get(added.id)?.node;
    if (node && isOpen && (wasAtEnd || added?.role === "user")) {
      typing.hidden = added?.role !== "user";
      scrollTo(node);
    }
  }

  function renderStatus(turn: Turn, shown: { status: HTMLElement; said: string }) {
    const { status } = shown;
    const { problem } = turn;
    const left = Math.ceil(((problem?.until ?? 0) - Date.now()) / 1000);
    let text = "";
    if (turn.state === "waiting" && !navigator.onLine) text = words.offline;
    if (turn.state === "failed" && problem) {
      if (problem.kind === "limited") text = left > 0 ? fill(words.limited, left) : words.again;
      else text = problem.text ?? words[problem.kind];
    }
    const canRetry = turn.state === "failed" && left <= 0 && config.enabled && problem?.kind !== "gone";
    const said = `${problem?.kind}${text.replace(/\d+/, "")}${canRetry}`;
    if (said !== shown.said) {
      shown.said = said;
      status.replaceChildren(h("span"));
      if (canRetry) {
        const retry = h("button", { class: "link", type: "button" }, words.retry);
        retry.onclick = safe(() => {
          focusInput();
          chat.retry(turn.id);
        });
        status.append(retry);
      }
      if (text && isOpen) setText(announcer, text);
      status.hidden = !text;
    }
    if (status.firstElementChild) setText(status.firstElementChild, text);
    if (left > 0) {
      clearTimeout(timer);
      timer = window.setTimeout(safe(render), 1000);
    }
  }

  function createTime(at: number): HTMLElement {
    const isToday = new Date(at).toDateString() === new Date().toDateString();
    const format: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };
    const day: Intl.DateTimeFormatOptions = isToday ? {} : { month: "short", day: "numeric" };
    const text = new Intl.DateTimeFormat(locale, { ...day, ...format }).format(at);
    return h("time", { datetime: new Date(at).toISOString() }, text);
  }

  /** The end of the log; the start of an answer that is taller than the log. */
  function scrollTo(node: HTMLElement) {
    log.scrollTop = Math.min(log.scrollHeight, node.offsetTop - 16);
    const below = node.offsetTop + node.offsetHeight - log.scrollTop - log.clientHeight;
    if (below > 0) log.scrollTop = Math.min(log.scrollTop + below, node.offsetTop - 16);
  }

  function renderInput() {
    const count = countCodePoints(input.value);
    const over = count - MESSAGE_LIMIT;
    grow.dataset.text = input.value;
    counter.hidden = count < COUNTER_FROM;
    counter.classList.toggle("over", over > 0);
    setText(counter, over > 0 ? fill(words.over, over) : `${count}/${MESSAGE_LIMIT}`);
    input.setAttribute("aria-invalid", `${over > 0}`);
    send.disabled = !config.enabled || !messageText(input.value) || over > 0;
  }

  function saveDraft() {
    clearTimeout(draftTimer);
    store.update((state) => (state.draft = input.value));
  }

  function sendText(text: string) {
    if (!config.enabled || countCodePoints(text) > MESSAGE_LIMIT || !chat.send(text)) return false;
    focusInput();
    return true;
  }

  function submit() {
    // A composition still open would write itself into the emptied field: leaving the field ends it.
    if (ime.isComposing()) input.blur();
    if (sendText(input.value)) {
      input.value = "";
      saveDraft();
      renderInput();
    }
  }

  function focusInput() {
    input.focus({ preventScroll: true });
  }

  function fitToKeyboard() {
    const screen = window.visualViewport;
    if (!screen || screen.scale > 1.01) return;
    setVariable("--height", `${screen.height}px`);
    setVariable("--top", `${screen.offsetTop}px`);
  }

  function keepFocusInside(event: KeyboardEvent) {
    const stops = [...panel.querySelectorAll<HTMLElement>("button,a,textarea,[tabindex='0']")].filter(
      (element) => element.getClientRects().length && !element.matches(":disabled"),
    );
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (shadow.activeElement !== edge && !(event.shiftKey && shadow.activeElement === panel)) return;
    event.preventDefault();
    stops[event.shiftKey ? stops.length - 1 : 0]?.focus();
  }

  const view: View = {
    isOpen: () => isOpen,
    open(from) {
      if (isOpen) return;
      isOpen = true;
      opener = from ?? null;
      root.toggleAttribute("data-open", true);
      panel.hidden = false;
      panel.setAttribute("aria-modal", `${fullScreen.matches}`);
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
      root.toggleAttribute("data-open", false);
      panel.hidden = true;
      render();
      if (hadFocus) {
        const back = opener?.isConnected && opener instanceof HTMLElement ? opener : launcher;
        back.focus({ preventScroll: true });
      }
      onToggle(false);
    },
    setVisible(isVisible) {
      root.hidden = !isVisible;
    },
    render,
    destroy() {
      listening.abort();
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(draftTimer);
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
  form.onsubmit = safe((event) => {
    event.preventDefault();
    submit();
  });
  // Keeps the caret, and with it a phone's keyboard, in the field.
  send.onpointerdown = (event) => event.preventDefault();
  listen(input, "compositionstart", ime.start);
  listen(input, "compositionend", ime.end);
  input.onblur = safe(() => {
    ime.end();
    saveDraft();
  });
  input.oninput = safe(() => {
    renderInput();
    clearTimeout(draftTimer);
    draftTimer = window.setTimeout(safe(saveDraft), DRAFT_DELAY_MS);
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
  // What is typed here is none of the page's shortcuts' business.
  for (const type of ["keydown", "keypress", "keyup"]) listen(root, type, (event) => event.stopPropagation());
  listen(window.visualViewport, "resize", fitToKeyboard);
  listen(window.visualViewport, "scroll", fitToKeyboard);
  listen(dark, "change", applyConfig);
  listen(document, "visibilitychange", render);
  listen(window, "online", render);
  listen(window, "offline", render);

  input.value = store.get().draft;
  applyConfig();
  attach();
  render();
  return view;
}

function fill(pattern: string, count: number): string {
  return pattern.replace("{n}", `${count}`);
}

function addSheet(shadow: ShadowRoot, text: string, nonce: string): CSSStyleSheet | null {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
    return sheet;
  } catch {
    const style = h("style", { nonce }, text);
    shadow.append(style);
    return style.sheet;
  }
}
