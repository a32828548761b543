import type { Dawen, DawenVisitor } from "../public/widget";
import { createApi } from "./api";
import type { Config } from "./config";
import { isRecord } from "./json";
import { chooseLocale } from "./locale";
import { page } from "./page";
import { createFrame, type Frame, FULL_SCREEN } from "./panel/frame";
import { createPanel, type Panel } from "./panel/panel";
import { safe } from "./safe";
import { readSettings } from "./settings";
import { share } from "./shared";
import { createStore, hasWork, randomHex } from "./store";

const CONFIG_RETRY_MS = [3_000, 15_000, 60_000];
const DAY_MS = 86_400_000;

/** The longest that the launcher waits for the page's own pictures. */
const REST_MS = 4000;

safe(start)();

async function start() {
  const settings = readSettings();
  const { token, origin } = settings;
  // An element that the page names "dawen" is found under this name too.
  const queued = window.dawen;
  if (queued && "destroy" in queued) return warn("it is on this page already");
  if (!/^[\da-f]{32}$/.test(token)) return warn("missing or malformed data-token");

  const api = createApi(origin, token);
  const store = createStore(token, () => localStorage);
  const tab = randomHex();
  let listening = new AbortController();
  let isGone = false;
  const listeners = new Set<[event: string, listener: (detail: never) => void]>();

  let frame: Frame | undefined;
  let panel: Panel | undefined;
  let isOpen = false;
  let opensAtOnce = false;
  let isHidden = settings.isBare;
  let hasPinged = false;
  let visitor: DawenVisitor | undefined;
  const unsent: string[] = [];
  let localeWish = settings.locale;

  const getLocale = () => chooseLocale([localeWish, store.get().config?.locale, page.documentElement.lang]);

  function emit(event: string, detail?: unknown) {
    // Each takes what its own event brings: `on` pairs them by name.
    for (const [name, listener] of listeners)
      if (name === event) safe(Reflect.apply)(listener, null, [detail]);
  }

  const render = () => {
    const { config, turns, seenAt } = store.get();
    if (!frame || !config) return;
    const isSeen = isOpen && panel && !page.hidden;
    const unread = turns.filter((turn) => turn.role === "assistant" && turn.at > seenAt).length;
    if (isSeen && unread) {
      store.set({ seenAt: Date.now() });
    }
    // What is paused has nothing to offer but what was said.
    frame.launcher.hidden = isHidden || !(config.enabled || turns.length || isOpen);
    frame.render(isOpen, unread);
    panel?.render(config, isOpen, isSeen ? 0 : unread);
  };

  function draw(config: Config) {
    const isFirst = !frame;
    const isBig = !matchMedia(FULL_SCREEN).matches;
    const opens = isOpen || opensAtOnce || (isBig && store.get().isOpen);
    panel?.destroy();
    frame?.remove();
    panel = undefined;
    isOpen = false;
    frame = createFrame(getLocale(), settings, () => {
      listenToPage();
      draw(store.get().config ?? config);
    });
    frame.dress(config);
    frame.launcher.onclick = safe(() => (isOpen ? close() : open(frame?.launcher)));
    // While the finger or the pointer is on its way to a click.
    frame.launcher.onpointerenter = safe(() => isOpen || getPanel()?.warm());
    render();
    frame.attach();
    if (isFirst) emit("ready");
    if (opens) open();
    // What an earlier page left, or this one before there was a panel.
    if (hasWork(store.get())) getPanel()?.resume();
    for (const text of unsent.splice(0)) dawen.send(text);
  }

  /** The panel, made when it is first wanted; none before there is a frame for it. */
  function getPanel(): Panel | undefined {
    if (!frame || panel) return panel;
    const page = { getLocale, getVisitor: () => visitor, render, emit, close };
    panel = createPanel({ frame, store, api, token, tab, origin, ...page });
    render();
    return panel;
  }

  /** Opens and takes the focus, to be given back to the opener; without one the focus stays where it is. */
  function open(opener?: Element | null) {
    opensAtOnce = true;
    if (!frame || isOpen) return;
    isOpen = true;
    store.set({ isOpen, isClosed: false });
    getPanel()?.open(opener);
    if (!store.get().config?.enabled) loadConfig(0);
    emit("open");
  }

  /** @param isWish the visitor's, and not the page's: a page that opens by itself then doesn't any more */
  function close(isWish = true) {
    opensAtOnce = false;
    if (!isOpen) return;
    isOpen = false;
    store.set(isWish ? { isOpen, isClosed: true } : { isOpen });
    const giveFocusBack = panel?.close();
    render();
    giveFocusBack?.();
    emit("close");
  }

  const loadConfig = safe(async (attempt: number) => {
    const config = await api.getConfig();
    await atRest;
    if (isGone) return;
    if (config === "failed") {
      const delay = CONFIG_RETRY_MS[attempt];
      if (delay) setTimeout(loadConfig, delay, attempt + 1);
      return;
    }
    if (config === "gone") {
      store.set({ config: null });
      warn("unknown data-token");
      return dawen.destroy();
    }
    store.set({ config });
    store.expire((config.retention_days ?? 0) * DAY_MS);
    if (frame?.locale !== getLocale()) draw(config);
    else frame.dress(config);
    render();
    if (!hasPinged) whenIdle(() => api.post("ping", {}));
    hasPinged = true;
  });

  const dawen: Dawen = {
    open: safe(() => open(page.activeElement)),
    close: safe(() => close(false)),
    toggle: safe(() => (isOpen ? close(false) : open(page.activeElement))),
    show: safe(() => setHidden(false)),
    hide: safe(() => setHidden(true)),
    send: safe((said) => {
      const text = `${said ?? ""}`;
      open(page.activeElement);
      if (!frame) unsent.push(text);
      // What can't be sent as it is, the visitor finds in the field, behind what stands there.
      else if (!getPanel()?.send(text) && text) panel?.write(text);
    }),
    identify: safe((said) => {
      visitor = isRecord(said) ? { ...said } : undefined;
    }),
    setLocale: safe((locale) => {
      localeWish = locale;
      const { config } = store.get();
      if (frame && config && frame.locale !== getLocale()) draw(config);
    }),
    on(event, listener) {
      const entry: Parameters<typeof listeners.add>[0] = [event, listener];
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    reset: safe(() => {
      visitor = undefined;
      store.begin();
      if (panel) panel.write("");
      render();
    }),
    destroy: safe(() => {
      isGone = true;
      listening.abort();
      panel?.leave();
      panel?.destroy();
      frame?.remove();
      frame = panel = undefined;
      delete window.dawen;
    }),
    push(...calls) {
      for (const call of calls) if (Array.isArray(call)) safe(run)(call);
    },
  };

  function run([name, ...args]: unknown[]) {
    const method: unknown = Reflect.get(dawen, `${name}`);
    if (typeof method === "function") return Reflect.apply(method, dawen, args);
  }

  function setHidden(hidden: boolean) {
    isHidden = hidden;
    if (hidden) close(false);
    render();
  }

  function listenToPage() {
    listening.abort();
    listening = new AbortController();
    const listen = (target: EventTarget, type: string, handle: (event: Event) => void) =>
      target.addEventListener(type, safe(handle), { signal: listening.signal });
    // Another tab may have left us a message, or a page that Back leads away from.
    const catchUp = () => {
      store.refresh();
      render();
      panel?.resume();
    };
    listen(document, "visibilitychange", render);
    listen(window, "offline", render);
    listen(window, "online", catchUp);
    listen(window, "pagehide", () => panel?.leave());
    listen(window, "pageshow", catchUp);
    listen(window, "storage", (event) => {
      if (event instanceof StorageEvent && event.key === store.key) catchUp();
    });
    listen(document, "click", ({ target }) => {
      if (target instanceof Element && target.closest("[data-dawen-open]")) open(target);
    });
  }

  listenToPage();
  share();
  window.dawen = dawen;
  const atRest = untilRest();
  await untilShown();
  const { config } = store.refresh();
  opensAtOnce ||= settings.opens && !store.get().isClosed;
  loadConfig(0);
  await atRest;
  if (isGone) return;
  if (config && !frame) draw(config);
  dawen.push(...(Array.isArray(queued) ? queued : []));
}

/** A page that is made ready before anybody asks for it counts once somebody looks. */
async function untilShown() {
  if (Reflect.get(page, "prerendering")) await once(document, "prerenderingchange");
}

/** The page has all that it brings, or takes long: what hydrates a whole document finds it as the server wrote it. */
async function untilRest() {
  await untilShown();
  if (page.readyState !== "complete")
    await new Promise((resolve) => {
      once(window, "load").then(resolve);
      setTimeout(resolve, REST_MS);
    });
  // A task of its own, so that none holds the page up for long.
  await new Promise((resolve) => setTimeout(resolve));
}

function warn(why: string) {
  console.warn(`[dawen] No widget: ${why}.`);
}

async function whenIdle(run: () => unknown) {
  if (page.readyState !== "complete") await once(window, "load");
  (window.requestIdleCallback ?? setTimeout)(safe(run));
}

function once(target: EventTarget, type: string): Promise<unknown> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
}
