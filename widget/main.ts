import { createApi } from "./api";
import { createChat } from "./chat";
import type { Config } from "./config";
import { messageText } from "./message-text";
import { safe } from "./safe";
import { createStore } from "./store";
import { createView, FULL_SCREEN, type View } from "./view";
import { chooseLocale } from "./words";

type Listener = (detail: unknown) => void;

export interface Dawen {
  open(): void;
  close(): void;
  toggle(): void;
  show(): void;
  hide(): void;
  /** Opens the panel and sends the text as the visitor's message. */
  send(text: string): void;
  setLocale(locale: string): void;
  /** "open", "close", "send", "reply" or "error". Returns what stops the listening. */
  on(event: string, listener: Listener): () => void;
  /** Takes the widget off the page; the conversation stays stored. */
  destroy(): void;
  /** A queued call, as before the script had loaded: `dawen.push(["open"])`. */
  push(...calls: unknown[]): void;
}

declare global {
  interface Window {
    dawen?: Dawen | unknown[];
  }
}

const CONFIG_RETRY_MS = [3_000, 15_000, 60_000];

const script = document.currentScript ?? document.querySelector("script[data-token][src*='widget.js']");
safe(start)();

function start() {
  if (!(script instanceof HTMLScriptElement)) return;
  const { token = "", locale: wantedLocale, open: opens } = script.dataset;
  const queued = window.dawen;
  if (queued && !Array.isArray(queued)) return;
  if (!/^[\da-f]{32}$/.test(token))
    return console.warn("[dawen] No widget: data-token is missing or malformed.");

  const { origin } = new URL(script.src);
  const api = createApi(origin, token);
  const store = createStore(token, () => localStorage);
  const listeners = new Map<string, Set<Listener>>();
  const emit = (event: string, detail?: unknown) => {
    for (const listener of listeners.get(event) ?? []) safe(listener)(detail);
  };

  let view: View | null = null;
  let isHidden = false;
  let isDestroyed = false;
  let hasPinged = false;
  let localeWish: string | undefined = wantedLocale;
  let opensAtOnce = opens !== undefined;
  const getLocale = () =>
    chooseLocale([localeWish, store.get().config?.locale, document.documentElement.lang]);
  const chat = createChat({
    store,
    api,
    token,
    getLocale,
    onChange: () => view?.render(),
    onEvent: emit,
  });

  function draw(config: Config) {
    const isBig = !matchMedia(FULL_SCREEN).matches;
    const isOpen = view?.isOpen() ?? (opensAtOnce || (isBig && store.get().isOpen));
    view?.destroy();
    view = createView({
      store,
      chat,
      locale: getLocale(),
      config,
      origin,
      onToggle(open) {
        store.update((state) => {
          state.isOpen = open;
        });
        if (open && !store.get().config?.enabled) loadConfig(0);
        emit(open ? "open" : "close");
      },
    });
    view.setVisible(!isHidden);
    if (isOpen) view.open();
  }

  const loadConfig = safe(async (attempt: number) => {
    const config = await api.getConfig();
    if (isDestroyed) return;
    if (config === "failed") {
      const delay = CONFIG_RETRY_MS[attempt];
      if (delay) setTimeout(loadConfig, delay, attempt + 1);
      return;
    }
    const before = getLocale();
    store.update((state) => {
      state.config = config === "gone" ? null : config;
    });
    if (config === "gone") {
      console.warn("[dawen] No widget: the server does not know this data-token.");
      return dawen.destroy();
    }
    if (view && before === getLocale()) view.render();
    else draw(config);
    if (!hasPinged) whenIdle(api.ping);
    hasPinged = true;
  });

  const dawen: Dawen = {
    open: safe(() => {
      opensAtOnce = true;
      view?.open(document.activeElement);
    }),
    close: safe(() => {
      opensAtOnce = false;
      view?.close();
    }),
    toggle: safe(() => (view?.isOpen() ? dawen.close() : dawen.open())),
    show: safe(() => setHidden(false)),
    hide: safe(() => setHidden(true)),
    send: safe((text) => {
      dawen.open();
      chat.send(messageText(text));
    }),
    setLocale: safe((locale) => {
      localeWish = locale;
      const { config } = store.get();
      if (view && config) draw(config);
    }),
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
    destroy: safe(() => {
      chat.leave();
      isDestroyed = true;
      view?.destroy();
      view = null;
      delete window.dawen;
    }),
    push(...calls) {
      for (const call of calls) if (Array.isArray(call)) safe(run)(call);
    },
  };

  function run([name, ...args]: unknown[]) {
    const method: unknown = Reflect.get(dawen, `${name}`);
    if (typeof method === "function") Reflect.apply(method, dawen, args);
  }

  function setHidden(hidden: boolean) {
    isHidden = hidden;
    view?.setVisible(!hidden);
  }

  window.dawen = dawen;
  const { config } = store.get();
  if (config) draw(config);
  loadConfig(0);
  chat.resume();
  if (Array.isArray(queued)) dawen.push(...queued);
}

function whenIdle(run: () => unknown) {
  const idle = () => (window.requestIdleCallback ?? setTimeout)(run);
  if (document.readyState === "complete") idle();
  else window.addEventListener("load", idle);
}
