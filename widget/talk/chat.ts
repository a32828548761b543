import type { MessageRequest } from "@/lib/contract/message";
import { textOf, toJson } from "../json";
import { find } from "../list";
import type { PanelOptions } from "../panel/panel-options";
import { safe } from "../safe";
import { newChat, type Problem, randomHex, type State, type Turn } from "../store";
import { createFollower } from "./follow";
import { type Said, saidList, takeState, takeWritten } from "./link";
import { sendMessage } from "./send-message";
import { shrink } from "./shrink";

interface OwnPicture {
  /** What is sent, as often as it takes. */
  form: FormData;
  /** What the visitor sees of it; none where the browser can't read it. */
  canvas?: HTMLCanvasElement;
}

export interface Chat {
  /** Sends a failed turn again: the same body under the same key. */
  retry(id: string): void;
  /** Sends what waits, one after the other. */
  resume(): Promise<void>;
  /** Looks whether a person wrote. */
  peek(): void;
  /** Has the picture of the server's turn of that id get another address, where it still has one. */
  renew(id: string): Promise<void>;
  /** Tells who has the conversation that the visitor is writing. */
  type(): void;
  /** Makes a picture small and sends it; `word` stands for it where none is shown. */
  sendPicture(file: Blob, word: string): Promise<void>;
  /** What of this page's pictures is here, by the turn's id: no other page can send it. */
  pictures: Map<string, OwnPicture>;
  /** Who is writing to the visitor at the moment; "" for nobody. */
  typist(): string;
  /** What has come of the answer that is on its way. */
  partial(): string;
  /** The page goes away: what is on its way can't be answered here any more. */
  leave(): void;
}

declare module "../store" {
  interface Store {
    chat?: Chat;
  }
}

type ChatOptions = Pick<
  PanelOptions,
  "store" | "api" | "token" | "tab" | "getLocale" | "getVisitor" | "render" | "emit"
>;

/** The one that sends what this store holds; it outlives a panel that is drawn anew. */
export function chatOf(options: ChatOptions): Chat {
  options.store.chat ??= createChat(options);
  return options.store.chat;
}

const HISTORY_LIMIT = 10;
// Ten turns of Chinese, three bytes a character, stay below the 64 KiB a body may have.
const HISTORY_CHARS = 1500;
const STALE_MS = 40_000;
/** One more than the server takes. */
const PICTURE_BYTES = 5_242_881;

function createChat({ store, api, token, tab, render, emit, ...page }: ChatOptions): Chat {
  const follower = createFollower({ store, api, token, render, emit });
  const pictures = new Map<string, OwnPicture>();
  let sending = "";
  let partial = "";
  let hasLeft = false;
  /** What is on its way may have been cut off: there was no network, or the page was left. */
  let isCut = false;
  let watching: ReturnType<typeof setTimeout> | undefined;

  const edit = (id: string, change: (turn: Turn, state: State) => unknown) => {
    store.update((state) => {
      const turn = find(state.turns, (one) => one.id === id);
      if (turn) change(turn, state);
    });
    render();
  };

  /**
   * `isLate`: tabs have stored nothing for longer than sending takes, so that what waits is this tab's, whoever took
   * it. A tab that ended without a word, or whose last word another overwrote, would leave its turns waiting for ever.
   */
  const pump = safe(async (isLate?: boolean) => {
    const waiting = store.refresh().turns.filter((turn) => turn.state === "waiting");
    const next = find(waiting, (turn) => isLate || (turn.tab ?? tab) === tab);
    clearTimeout(watching);
    if (waiting.length) watching = setTimeout(() => pump(navigator.onLine), STALE_MS);
    if (sending || hasLeft || !next) return;
    const own = pictures.get(next.id);
    sending = next.id;
    store.update((state) => renewChat(state, next));
    const body = next.picture ? "" : (next.body ?? bodyOf(next, store.get()));
    edit(next.id, (turn) => Object.assign(turn, { tab, body }));
    const key = store.get().link?.key;
    isCut = !navigator.onLine;
    const url = api.url(own ? `files?token=${token}` : "message");
    const { answer, problem, heard } = await sendMessage(url, own?.form ?? body, next.id, key, (text) => {
      // While a person has it, what comes is a notice.
      if (!store.get().link?.person) partial += text;
      render();
    });
    sending = partial = "";
    // It is sent again from the next page, or once there is a network.
    if (problem?.kind === "unreachable" && (isCut || !navigator.onLine)) {
      render();
      // The network may have come back before the request had failed, or the page, by Back.
      if (isCut && navigator.onLine) await pump();
      return;
    }
    edit(next.id, (turn, state) => {
      // Another tab may have sent it again meanwhile, and have had the answer first.
      if (!turn.state) return;
      settle(turn, problem);
      if (problem?.kind === "paused" && state.config) state.config.enabled = false;
      if (heard) {
        turn.turnId = textOf(heard.turn_id);
        turn.picture = heard.picture;
        if (!turn.picture) takeHeard(state, heard);
      }
      if (!answer?.texts.length) return;
      const reply: Turn = { id: randomHex(), role: "assistant", at: Date.now(), ...answer };
      state.turns.splice(state.turns.indexOf(turn) + 1, 0, reply);
    });
    if (answer) {
      if (answer.texts.length) emit("reply", answer.texts);
      follower.resume();
    } else emit("error", problem?.kind);
    await pump();
  });

  function bodyOf(turn: Turn, state: State): string {
    const history = state.turns
      .slice(0, state.turns.indexOf(turn))
      .filter((one) => !one.state)
      .slice(-HISTORY_LIMIT)
      .map(({ role, texts }) => ({ role, content: texts.join("\n\n").slice(0, HISTORY_CHARS) }));
    const request: MessageRequest = {
      token,
      message: turn.texts.join(""),
      history,
      chat_id: state.chatId,
      page_url: location.href.replace(/#.*/, "").slice(0, 2000),
      locale: page.getLocale(),
      visitor: page.getVisitor(),
      wants_person: turn.person,
      since: state.link?.since || undefined,
    };
    return toJson(request);
  }

  store.update((state) => {
    for (const turn of state.turns) {
      if (turn.state === "waiting" && turn.tab && Date.now() - turn.at > STALE_MS)
        settle(turn, { kind: "late" });
    }
  });

  return {
    ...follower,
    pictures,
    async sendPicture(file, word) {
      const { chatId } = store.refresh();
      const { bytes, canvas } = await shrink(file, word);
      // Meanwhile somebody else may have begun, to whom it is none of their pictures.
      if (store.refresh().chatId !== chatId) return;
      const id = randomHex();
      const form = new FormData();
      // Of a file that is too large as much as tells the server so.
      form.append("file", bytes.slice(0, PICTURE_BYTES));
      pictures.set(id, { form, canvas });
      const at = Date.now();
      // Its size tells it from others, where only the server's stream says that it was sent.
      const picture = canvas ? { width: canvas.width, height: canvas.height } : true;
      store.update(({ turns }) => {
        turns.push({ id, role: "user", texts: [word], at, picture, state: "waiting", tab });
      });
      emit("send", word);
      render();
      pump();
    },
    retry(id) {
      edit(id, (turn, state) => {
        Object.assign(turn, { tab, state: "waiting", problem: undefined });
        state.turns = [...state.turns.filter((one) => one !== turn), turn];
      });
      pump();
    },
    resume() {
      hasLeft = false;
      follower.resume();
      return pump();
    },
    partial: () => partial,
    leave() {
      hasLeft = isCut = true;
      follower.stop();
    },
  };
}

/**
 * A conversation whose words can't be read goes on as another one: the server gives its key only with the first
 * message. It shows once the server has answered without one, or when a person is asked for.
 */
function renewChat(state: State, next: Turn) {
  const { link, turns, contact } = state;
  const isBegun = turns.some((turn) => turn.role === "assistant");
  const isKeyless = link ? !link.key : next.person && isBegun;
  if (isKeyless && !next.body) Object.assign(state, { ...newChat(), turns, contact });
}

/** Takes over what the server says besides its answer. */
function takeHeard(state: State, said: Said) {
  const since = textOf(said.message_id) || textOf(said.turn_id);
  if (!since) return;
  state.link ??= { key: "", since };
  state.link.key ||= textOf(said.visitor_key);
  for (const one of saidList(said.extra_replies)) takeWritten(state, one);
  takeState(state, said);
}

/** The turn is no longer on its way: answered, or failed with the problem and ready to be sent again as it was. */
function settle(turn: Turn, problem?: Problem) {
  Object.assign(turn, { problem, state: problem && "failed", body: problem && turn.body });
}
