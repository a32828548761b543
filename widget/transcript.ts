import type { Chat } from "./chat";
import type { Config } from "./config";
import { createBubble, div, h, setAttributes, setText } from "./dom";
import { loadMore } from "./load-more";
import type { FillAnswer, Restart } from "./more";
import { safe } from "./safe";
import type { Store, Turn } from "./store";
import { words as catalogs, fill, type Locale } from "./words";

export interface Transcript {
  element: HTMLElement;
  render(config: Config): void;
  scrollToEnd(): void;
  stop(): void;
}

interface TranscriptOptions {
  store: Store;
  chat: Chat;
  locale: Locale;
  origin: string;
  addSheet: (css: string) => void;
  addTool: (tool: HTMLElement) => void;
  /** Says it once to a screen reader. */
  announce: (text: string) => void;
  /** Sends a suggested question. */
  ask: (text: string) => void;
  onChange: () => void;
}

interface ShownTurn {
  node: HTMLElement;
  status: HTMLElement;
  said: string;
}

const NEAR_END_PX = 120;

/** The conversation: the welcome, the turns, what became of each, and a sign that an answer is on its way. */
export function createTranscript({ store, chat, locale, ...on }: TranscriptOptions): Transcript {
  const words = catalogs[locale];
  const shownTurns = new Map<string, ShownTurn>();
  const welcome = div("turn");
  const suggestions = div("suggestions");
  const typing = div("turn typing", div("bubble", h("i"), h("i"), h("i")));
  const log = div("log", welcome, suggestions, typing);
  let config: Config | undefined;
  let fillAnswer = fillPlainly;
  let restart: Restart | undefined;
  let isLoading = false;
  let isLoaded = false;
  let tick = 0;
  setAttributes(log, { role: "log", "aria-labelledby": "name", tabindex: "0" });

  function render(newest: Config) {
    if (config !== newest) renderStart(newest);
    config = newest;
    const { turns } = store.get();
    const isWaiting = turns.some((turn) => turn.state === "waiting");
    const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
    const rest = new Set(shownTurns.keys());
    let isUnready = false;
    let before: Element = suggestions;
    let added: HTMLElement | undefined;
    for (const turn of turns) {
      if (turn.role === "assistant" && !isLoaded) {
        isUnready = true;
        continue;
      }
      let shown = shownTurns.get(turn.id);
      if (!shown) {
        shown = createTurn(turn, newest);
        shownTurns.set(turn.id, shown);
        added = shown.node;
      }
      rest.delete(turn.id);
      if (before.nextSibling !== shown.node) before.after(shown.node);
      before = shown.node;
      renderStatus(turn, shown, newest);
    }
    for (const id of rest) {
      shownTurns.get(id)?.node.remove();
      shownTurns.delete(id);
    }
    suggestions.hidden = !newest.enabled || turns.length > 0;
    typing.hidden = !(isUnready || (isWaiting && navigator.onLine));
    restart?.render();
    if (isUnready || isWaiting) load();
    // The end, or the start of a turn that is taller than the log.
    if (added && (wasAtEnd || added.matches(".user"))) log.scrollTop = added.offsetTop - 16;
  }

  function renderStart({ welcome: text, suggestions: questions }: Config) {
    welcome.replaceChildren(createBubble(text));
    welcome.hidden = !text;
    suggestions.replaceChildren(
      ...questions.map((question) => {
        const button = h("button", { class: "suggestion" }, question);
        button.onclick = safe(() => on.ask(question));
        return button;
      }),
    );
  }

  const load = safe(async () => {
    if (isLoading) return;
    isLoading = true;
    const more = await loadMore(on.origin);
    isLoaded = true;
    if (more) {
      on.addSheet(more.css);
      fillAnswer = more.fillAnswer;
      restart = more.createRestart(store, locale, on.onChange);
      on.addTool(restart.button);
      log.append(restart.undo);
    }
    on.onChange();
  });

  function createTurn(turn: Turn, { show_sources }: Config): ShownTurn {
    const isUser = turn.role === "user";
    const status = h("div", { class: "status", "aria-live": "off" });
    const node = div(isUser ? "turn user" : "turn");
    if (isUser) node.append(h("span", { class: "sr" }, words.you));
    (isUser ? fillPlainly : fillAnswer)(node, turn, show_sources, locale);
    node.append(status);
    return { node, status, said: "" };
  }

  function renderStatus({ id, state, problem }: Turn, shown: ShownTurn, { enabled }: Config) {
    const { status } = shown;
    const left = Math.ceil(((problem?.until ?? 0) - Date.now()) / 1000);
    const isOver = problem?.kind === "limited" && left <= 0;
    const canRetry = problem && left <= 0 && enabled && problem.kind !== "gone";
    let text = state === "waiting" && !navigator.onLine ? words.offline : "";
    if (problem && !isOver) text = problem.text || fill(words[problem.kind], left);
    const said = `${text.replace(/\d+/, "")}${canRetry}`;
    status.hidden = !text && !canRetry;
    if (said !== shown.said) {
      shown.said = said;
      status.replaceChildren(h("span"));
      if (canRetry) {
        const retry = h("button", { class: "link" }, words.retry);
        retry.onclick = safe(() => chat.retry(id));
        status.append(retry);
      }
      on.announce(text);
    }
    if (status.firstChild instanceof Element) setText(status.firstChild, text);
    if (left > 0) {
      clearTimeout(tick);
      tick = window.setTimeout(safe(on.onChange), 1000);
    }
  }

  return {
    element: log,
    render,
    scrollToEnd() {
      log.scrollTop = log.scrollHeight;
    },
    stop: () => clearTimeout(tick),
  };
}

const fillPlainly: FillAnswer = (node, { texts }) => node.append(...texts.map(createBubble));
