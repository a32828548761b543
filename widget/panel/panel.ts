import type { Config } from "../config";
import {
  append,
  createBubble,
  createButton,
  createTool,
  div,
  h,
  icon,
  replaceChildren,
  setText,
} from "../dom";
import { CROSS, MARK } from "../icons";
import { textOf, toJson } from "../json";
import { find } from "../list";
import type { Locale } from "../locale";
import { safe } from "../safe";
import { safeHref } from "../safe-href";
import { hasWork, randomHex } from "../store";
import type * as TalkModule from "../talk/talk";
import type { Talk } from "../talk/talk";
import { createComposer } from "./composer";
import { loadModule } from "./load-module";
import { countCodePoints, MESSAGE_LIMIT, messageText } from "./message-text";
import css from "./panel.css";
import type { PanelOptions } from "./panel-options";
import { panelWords } from "./panel-words";

export interface Panel {
  /** Lays it out once before it is opened: its text is shaped then, which takes longest. */
  warm(): void;
  /** Shows it and takes the focus, which the opener gets back; without an opener the focus stays where it is. */
  open(opener?: Element | null): void;
  /** Hides it; gives what brings the focus back, once the launcher is as it will be. */
  close(): () => void;
  /** Brings the screen up to the store's state. */
  render(config: Config, isOpen: boolean, unread: number): void;
  /**
   * Takes the text as the visitor's message and sends it after what waits. False when there is nothing to
   * send, or too much.
   */
  send(text: string): boolean;
  /** Adds the text behind what stands in the field, once; "" empties it. */
  write(text: string): void;
  /** Sends what waits, if anything does. */
  resume(): void;
  /** The page goes away. */
  leave(): void;
  destroy(): void;
}

/** Names below /widget/, put there by scripts/build/build-widget.mjs. */
declare const TALK_FILE: string;
declare const WORD_FILES: Record<Locale, string>;

const RETRY_MS = 10_000;
const KEEP_DELAY_MS = 500;

/** What a visitor opens: all there is until something is said. */
export function createPanel(options: PanelOptions): Panel {
  const { frame, store, tab, origin } = options;
  const { root, launcher, shadow } = frame;
  const words = panelWords[frame.locale];
  const listening = new AbortController();
  let opener: Element | null | undefined;
  let shown = "";
  let fitted = "";
  let talk: Talk | null = null;
  let loading: Promise<Talk | null> | null = null;
  let isOffline = false;
  let isKept = false;

  const avatar = div("avatar");
  const name = h("h2", { id: "name" });
  const close = createTool("tool", words.close, CROSS, options.close);
  const notice = h("p", { class: "notice", role: "status" });
  const announcer = h("p", { class: "sr", role: "status" });
  const welcome = div("turn");
  const suggestions = div("suggestions");
  const plain = h("div", { "aria-live": "off" });
  const log = h("div", { class: "log", role: "log", "aria-labelledby": "name", tabindex: "0" });
  const composer = createComposer({ store, words, send, load });
  const panel = h(
    "div",
    { class: "panel", role: "dialog", "aria-labelledby": "name", tabindex: "-1", hidden: "" },
    h("header", { role: "none" }, avatar, h("div", {}, name, h("p", {}, words.about)), close),
    log,
    notice,
    composer.element,
    announcer,
  );
  append(log, [welcome, suggestions, plain]);
  frame.addSheet(css);
  const setSize = frame.addSheet("");
  root.insertBefore(panel, launcher);

  /** Loads what a conversation needs, once; null for now where that can't be had. */
  function load(): Promise<Talk | null> {
    loading ??= Promise.all([
      loadModule<typeof TalkModule>(origin, TALK_FILE),
      loadModule<{ default: string }>(origin, WORD_FILES[frame.locale]),
    ]).then(([found, texts]) => {
      const addTool = (tool: HTMLElement) => close.parentNode?.insertBefore(tool, close);
      if (found && texts) {
        const lines = texts.default;
        talk = found.createTalk({ ...options, words, lines, log, addTool, announce, send });
        plain.remove();
      } else {
        loading = null;
        setTimeout(() => listening.signal.aborted || load(), RETRY_MS);
      }
      isOffline = !talk;
      options.render();
      return talk;
    });
    return loading;
  }

  /** Keeps the page's hands off what happens in here, from the first opening on. */
  const keep = safe(async () => {
    if (isKept) return;
    isKept = true;
    const found = await loadModule<typeof TalkModule>(origin, TALK_FILE);
    isKept = !!found;
    found?.keep(frame, panel, listening.signal);
  });

  const resume = safe(async () => {
    if (hasWork(store.get()) && !listening.signal.aborted) (await load())?.resume();
  });

  function send(typed: string, asksForPerson?: boolean): boolean {
    const text = messageText(typed);
    const { config } = store.get();
    if (!text || !config?.enabled || countCodePoints(text) > MESSAGE_LIMIT) return false;
    store.update(({ turns }) => {
      const person = asksForPerson || undefined;
      turns.push({
        id: randomHex(),
        role: "user",
        texts: [text],
        at: Date.now(),
        state: "waiting",
        tab,
        person,
      });
    });
    options.emit("send", text);
    options.render();
    // The keyboard of a phone comes for who types, and would cover the answer for who tapped a question.
    if (!isTouch()) composer.focus();
    resume();
    return true;
  }

  function announce(text: string) {
    setText(announcer, text);
  }

  function renderStart(config: Config) {
    setText(name, config.bot_name);
    const picture = safeHref(config.avatar_url);
    replaceChildren(avatar, [picture ? ([...config.bot_name][0] ?? "") : icon(MARK)]);
    if (picture) {
      const image = h("img", { alt: "", referrerpolicy: "no-referrer", src: picture });
      image.onload = () => replaceChildren(avatar, [image]);
    }
    replaceChildren(welcome, [createBubble(config.welcome)]);
    welcome.hidden = !config.welcome;
    const questions = config.suggestions.map(textOf).filter(Boolean);
    const chips = questions.map((question) => createButton("suggestion", question, () => send(question)));
    if (config.person) {
      chips.push(createButton("suggestion", words.person, () => send(words.wantPerson, true)));
    }
    replaceChildren(suggestions, chips);
  }

  function render(config: Config, isOpen: boolean, unread: number) {
    const focused = shadow.activeElement;
    const { turns } = store.get();
    const newest = toJson(config);
    if (shown !== newest) renderStart(config);
    shown = newest;
    const refusal = find(turns, (turn) => turn.problem?.kind === "paused")?.problem?.text;
    const said = config.enabled ? (isOffline ? words.offline : "") : (refusal ?? words.paused);
    setText(notice, said);
    notice.hidden = !said;
    suggestions.hidden = !config.enabled || turns.length > 0;
    composer.render(config);
    if (talk) talk.render(config, isOpen, unread);
    else {
      const nodes = turns.map(({ role, texts }) => div(`turn ${role}`, ...texts.map(createBubble)));
      // At once, also where the conversation's code is still on its way.
      if (turns.slice(-1)[0]?.state === "waiting" && !isOffline && navigator.onLine)
        nodes.push(div("turn typing", div("bubble", "…")));
      replaceChildren(plain, nodes);
      if (isOpen && turns.length && !isOffline) load();
    }
    // The element that had the focus may be gone or out of use: keys stay in the panel.
    if (!panel.hidden && focused && (!focused.isConnected || focused.matches(":disabled"))) panel.focus();
  }

  function isTouch() {
    return matchMedia("(pointer: coarse)").matches;
  }

  function fitToKeyboard() {
    const screen = window.visualViewport;
    if (!screen || screen.scale > 1.01) return;
    const size = `.root{--height:${screen.height}px;--top:${screen.offsetTop}px}`;
    if (fitted !== size) setSize(size);
    fitted = size;
  }

  function layOut() {
    panel.hidden = false;
    fitToKeyboard();
    // Only the full screen leaves nothing else to reach.
    panel.ariaModal = `${getComputedStyle(panel).position === "fixed"}`;
    log.scrollTop = log.scrollHeight;
  }

  panel.onkeydown = safe((event) => {
    if (event.isComposing || composer.isComposing()) return;
    if (event.key === "Escape" && !event.defaultPrevented) options.close();
  });
  for (const type of ["resize", "scroll"])
    window.visualViewport?.addEventListener(type, safe(fitToKeyboard), { signal: listening.signal });

  return {
    warm() {
      layOut();
      panel.hidden = true;
    },
    open(from) {
      // Not while the panel is being painted.
      setTimeout(keep, KEEP_DELAY_MS);
      opener = from;
      isOffline = false;
      options.render();
      layOut();
      // A finger that opens the panel wants to read first; the keyboard would cover half of it.
      if (from !== undefined) isTouch() ? panel.focus() : composer.focus();
    },
    close() {
      const hadFocus = shadow.activeElement;
      panel.hidden = true;
      const back = opener instanceof HTMLElement && opener.isConnected ? opener : launcher;
      return () => hadFocus && back.focus({ preventScroll: true });
    },
    render,
    send,
    write: composer.write,
    resume,
    leave() {
      composer.saveDraft();
      talk?.leave();
      // What waits is left to the next page.
      store.update(({ turns }) => {
        for (const turn of turns) if (turn.tab === tab && turn.state === "waiting") delete turn.tab;
      });
    },
    destroy() {
      composer.saveDraft();
      listening.abort();
      talk?.stop();
    },
  };
}
