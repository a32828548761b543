import { createApi } from "./api";
import { createChat } from "./chat";
import type { Config } from "./config";
import { safe } from "./dom";
import { createStore } from "./store";
import { createView, type View } from "./view";
import { chooseLocale, words } from "./words";

type Listener = (detail: unknown) => void;

export interface Dawen {
  open(): void;
  close(): void;
  toggle(): void;
  show(): void;
  hide(): void;
  /** Opens the panel and sends the text as the visitor's message. */
  send(text: string): void;
  /** Starts a new conversation. */
  restart(): void;
  setLocale(locale: string): void;
  /** "ready", "open", "close", "send", "reply" or "error". Returns what stops the listening. */
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
  if (!(script instanceof HTMLScriptElement))
    return console.warn("[dawen] The widget must be a <script> of its own.");
  const { token = "", locale: wantedLocale, open: opensAtOnce, nonce } = script.dataset;
  const queued = window.dawen;
  if (queued && !Array.isArray(queued)) return;
  if (!/^[\da-f]{32}$/.test(token))
    return console.warn("[dawen] No widget: data-token is missing or malformed.");

  const api = createApi(new URL(script.src).origin, token);
  const store = createStore(token, () => localStorage);
  const listeners = new Map<string, Set<Listener>>();
  const emit = (event: string, detail?: unknown) => {
    for (const listener of listeners.get(event) ?? []) safe(listener)(detail);
  };
  const listening = new AbortController();
  const listen = (type: string, fn: (event: Event) => void) =>
    window.addEventListener(type, safe(fn), { signal: listening.signal });

  let view: View | null = null;
  let isHidden = false;
  let localeWish: string | undefined = wantedLocale;
  let waitingCalls: (() => void)[] = [];
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

  function draw(config: Config, isOpen: boolean) {
    const locale = getLocale();
    view?.destroy();
    view = createView({
      store,
      chat,
      words: words[locale],
      locale,
      config,
      nonce: nonce ?? script?.nonce ?? "",
      onToggle(open) {
        store.update((state) => (state.isOpen = open));
        if (open && !store.get().config?.enabled) void loadConfig();
        emit(open ? "open" : "close");
      },
    });
    view.setVisible(!isHidden);
    if (isOpen) view.open();
    const calls = waitingCalls;
    waitingCalls = [];
    for (const call of calls) call();
  }

  async function loadConfig(attempt = 0): Promise<void> {
    const outcome = await api.getConfig();
    if (listening.signal.aborted) return;
    if (outcome.kind === "gone") {
      console.warn("[dawen] No widget: the server does not know this data-token.");
      store.update((state) => (state.config = null));
      return dawen.destroy();
    }
    if (outcome.kind === "failed") {
      const delay = CONFIG_RETRY_MS[attempt];
      if (delay) setTimeout(() => void loadConfig(attempt + 1), delay);
      return;
    }
    const isFirst = !view;
    const before = getLocale();
    store.update((state) => (state.config = outcome.config));
    if (!isFirst && before === getLocale()) view?.render();
    else drawFirst(outcome.config);
    if (attempt >= 0) whenIdle(() => void ping());
  }

  let hasPinged = false;
  async function ping() {
    if (hasPinged) return;
    hasPinged = true;
    await api.ping();
  }

  function drawFirst(config: Config) {
    const isSmall = matchMedia("(max-width: 480px), (max-height: 480px)").matches;
    const wasOpen = view?.isOpen() ?? (opensAtOnce !== undefined || (store.get().isOpen && !isSmall));
    draw(config, wasOpen);
    emit("ready");
  }

  /** Runs now, or once the widget is on the page. */
  const later = (call: () => void) => (view ? call() : void waitingCalls.push(call));

  const dawen: Dawen = {
    open: safe(() => later(() => view?.open(document.activeElement))),
    close: safe(() => later(() => view?.close())),
    toggle: safe(() => later(() => (view?.isOpen() ? view.close() : view?.open(document.activeElement)))),
    show: safe(() => setHidden(false)),
    hide: safe(() => setHidden(true)),
    send: safe((text) => {
      later(() => {
        view?.open(document.activeElement);
        if (store.get().config?.enabled) chat.send(text);
      });
    }),
    restart: safe(() => chat.restart()),
    setLocale: safe((locale) => {
      localeWish = locale;
      const { config } = store.get();
      if (view && config) draw(config, view.isOpen());
    }),
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
    destroy: safe(() => {
      chat.leave();
      listening.abort();
      view?.destroy();
      view = null;
      delete window.dawen;
    }),
    push(...calls) {
      for (const call of calls) if (Array.isArray(call)) safe(run)(call);
    },
  };

  function run([name, ...args]: unknown[]) {
    const method = Object.entries(dawen).find(([key]) => key === name && key !== "push")?.[1];
    if (typeof method === "function") Reflect.apply(method, dawen, args);
  }

  function setHidden(hidden: boolean) {
    isHidden = hidden;
    view?.setVisible(!hidden);
  }

  window.dawen = dawen;
  listen("storage", (event) => {
    if (!(event instanceof StorageEvent) || event.key !== store.key) return;
    store.refresh();
    view?.render();
  });
  listen("online", chat.resume);
  listen("pagehide", chat.leave);

  const { config } = store.get();
  if (config) drawFirst(config);
  void loadConfig();
  chat.resume();
  if (Array.isArray(queued)) dawen.push(...queued);
}

function whenIdle(run: () => void) {
  const idle = () => ("requestIdleCallback" in window ? requestIdleCallback(run) : setTimeout(run, 200));
  if (document.readyState === "complete") idle();
  else window.addEventListener("load", idle, { once: true });
}
