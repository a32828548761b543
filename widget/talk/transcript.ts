import type { Config } from "../config";
import { append, createBubble, createButton, div, h, replaceChildren, setText } from "../dom";
import { safe } from "../safe";
import type { Turn } from "../store";
import { fill } from "../words/fill";
import { fillAnswer } from "./answer";
import type { Chat } from "./chat";
import { createDay } from "./day";
import { renderMarkdown } from "./markdown";
import { createPicture, drawPicture } from "./picture";
import type { TalkOptions, Words } from "./talk-options";

export interface Transcript {
  render(config: Config): void;
  stop(): void;
}

interface ShownTurn {
  node: HTMLElement;
  /** Says the day, where another one begins. */
  day: HTMLElement | null;
  status: HTMLElement;
  label: HTMLElement;
  said: string;
}

const NEAR_END_PX = 120;

/** The turns, what became of each, and the answer that is on its way, below the welcome in the log. */
export function createTranscript(options: TalkOptions, words: Words, chat: Chat): Transcript {
  const { store, log, frame, announce } = options;
  const shownTurns = new Map<string, ShownTurn>();
  const dots = [h("i"), h("i"), h("i")];
  const coming = div("bubble");
  const typist = div("by");
  const typing = h("div", { class: "turn typing", "aria-hidden": "true" }, typist, coming);
  let hasRendered = false;
  let tick = 0;
  log.appendChild(typing);

  function render(config: Config) {
    const { turns, link } = store.get();
    const seen = link?.person && link.seen;
    let isShownSeen = !seen;
    const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX || !hasRendered;
    const rest = new Map(shownTurns);
    let next: Element = typing;
    let added: HTMLElement | undefined;
    const place = (node: Element | null) => {
      if (!node) return;
      if (node.nextSibling !== next) next.parentNode?.insertBefore(node, next);
      next = node;
    };
    // From the end: each stands before what follows it.
    for (let i = turns.length; i--; ) {
      const turn = turns[i];
      if (!turn) continue;
      let shown = shownTurns.get(turn.id);
      if (!shown) {
        shown = createTurn(turn, turns[i - 1], config);
        shownTurns.set(turn.id, shown);
        added ??= shown.node;
      }
      rest.delete(turn.id);
      place(shown.node);
      place(shown.day);
      const isSeen = !isShownSeen && !!turn.turnId && turn.turnId <= `${seen}`;
      isShownSeen ||= isSeen;
      renderStatus(turn, shown, config, isSeen);
      if (turn.picture)
        drawPicture(shown.node, turn, options, words, () => chat.renew(turn.turnId ?? turn.id));
    }
    for (const [id, gone] of rest) {
      gone.day?.remove();
      gone.node.remove();
      shownTurns.delete(id);
    }
    const isWaiting = turns.some((turn) => turn.state === "waiting");
    const partial = chat.partial();
    const name = isWaiting ? "" : chat.typist();
    const wasTyping = !typing.hidden;
    typing.hidden = !(name || (isWaiting && navigator.onLine));
    typist.hidden = !name;
    setText(typist, name && fill(words.typing, name));
    if (partial) replaceChildren(coming, renderMarkdown<Node>(partial, h));
    else if (!dots[0]?.isConnected) replaceChildren(coming, dots);
    // The end, or the start of a turn that is taller than the log.
    const newest = added ?? ((partial || (name && !wasTyping)) && typing);
    if (newest && (wasAtEnd || newest.matches(".user"))) {
      log.scrollTop = hasRendered ? newest.offsetTop - 16 : log.scrollHeight;
    }
    hasRendered = true;
  }

  function createTurn(turn: Turn, previous: Turn | undefined, config: Config): ShownTurn {
    const isUser = turn.role === "user";
    const status = h("div", { class: "status", "aria-live": "off" });
    const node = div(isUser ? "turn user" : "turn");
    const bubbles = () =>
      turn.picture ? [createPicture(turn, chat.pictures.get(turn.id)?.canvas)] : turn.texts.map(createBubble);
    if (isUser) append(node, [h("span", { class: "sr" }, words.you), ...bubbles()]);
    else fillAnswer(node, turn, config, options, words);
    // Chinese on a page of another language says so: else it has the glyphs of Japanese on many machines.
    const said = turn.texts.join("");
    if (!/^zh/.test(frame.locale) && /[\u4e00-\u9fff]/.test(said) && !/[\u3041-\u30ff]/.test(said))
      for (const bubble of node.querySelectorAll<HTMLElement>(".bubble")) bubble.lang = "zh-Hant";
    node.appendChild(status);
    const day = createDay(turn.at, previous?.at, words, frame.locale);
    return { node, day, status, label: h("span"), said: "" };
  }

  function renderStatus(turn: Turn, shown: ShownTurn, { enabled }: Config, isSeen: boolean) {
    const { id, state, problem } = turn;
    const { status, label } = shown;
    const left = Math.ceil(((problem?.until ?? 0) - Date.now()) / 1000);
    // A picture of an earlier page, or of another tab, can't be sent again from here.
    const isLost = turn.picture && !chat.pictures.has(id);
    const kind = problem && (isLost ? "late" : problem.kind);
    const canRetry = kind && left <= 0 && enabled && kind !== "gone" && !isLost;
    let text = state === "waiting" && !navigator.onLine ? words.offline : isSeen ? words.seen : "";
    if (kind && (kind !== "limited" || left > 0))
      text = problem.text || (isLost ? words.lost : fill(words[kind], left));
    const said = `${text.replace(/\d+/, "")}${canRetry}`;
    status.hidden = !text && !canRetry;
    status.classList.toggle("seen", isSeen && !problem);
    if (said !== shown.said) {
      shown.said = said;
      replaceChildren(status, [label]);
      if (canRetry) status.appendChild(createButton("link", words.retry, () => chat.retry(id)));
      if (!isSeen) announce(text);
    }
    setText(label, text);
    if (left > 0) {
      clearTimeout(tick);
      tick = window.setTimeout(safe(options.render), 1000);
    }
  }

  return { render, stop: () => clearTimeout(tick) };
}
