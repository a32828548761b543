import type { Api } from "./api";
import { safe } from "./safe";
import { type Problem, randomHex, type State, type Store, type Turn } from "./store";

export interface Chat {
  /** Queues the trimmed text and sends it after whatever is under way. False when there is nothing to send. */
  send(text: string): boolean;
  /** Sends a failed turn again: the same body under the same key. */
  retry(id: string): void;
  /** Sends what waits; called when the network is back. */
  resume(): Promise<void>;
  /** The page goes away: what is on its way can't be answered here any more, what waits is left to the next page. */
  leave(): void;
}

interface ChatOptions {
  store: Store;
  api: Api;
  token: string;
  getLocale: () => string;
  onChange: () => void;
  onEvent: (name: "send" | "reply" | "error", detail: unknown) => void;
}

const HISTORY_LIMIT = 10;
// Ten turns of Chinese, three bytes a character, stay below the 64 KiB a body may have.
const HISTORY_CHARS = 1500;
const STALE_MS = 40_000;

export function createChat({ store, api, token, getLocale, onChange, onEvent }: ChatOptions): Chat {
  const tab = randomHex();
  let sending = "";

  const edit = (id: string, change: (turn: Turn, state: State) => unknown) => {
    store.update((state) => {
      const turn = state.turns.find((one) => one.id === id);
      if (turn) change(turn, state);
    });
    onChange();
  };

  const pump = safe(async () => {
    const next = store.refresh().turns.find((turn) => turn.state === "waiting" && (turn.tab ?? tab) === tab);
    if (sending || !next) return;
    sending = next.id;
    const body = next.body ?? bodyOf(next, store.get());
    edit(next.id, (turn) => Object.assign(turn, { tab, body }));
    const { answer, problem } = await api.send(body, next.id);
    sending = "";
    if (problem?.kind === "unreachable" && !navigator.onLine) return onChange();
    edit(next.id, (turn, state) => {
      // Another tab may have sent it again meanwhile, and have had the answer first.
      if (!turn.state) return;
      settle(turn, problem);
      if (problem?.kind === "paused" && state.config) state.config.enabled = false;
      if (!answer) return;
      const reply: Turn = { id: randomHex(), role: "assistant", at: Date.now(), ...answer };
      state.turns.splice(state.turns.indexOf(turn) + 1, 0, reply);
    });
    if (answer) onEvent("reply", answer.texts);
    else onEvent("error", problem?.kind);
    await pump();
  });

  function bodyOf(turn: Turn, state: State): string {
    const history = state.turns
      .slice(0, state.turns.indexOf(turn))
      .filter((one) => !one.state)
      .slice(-HISTORY_LIMIT)
      .map(({ role, texts }) => ({ role, content: texts.join("\n\n").slice(0, HISTORY_CHARS) }));
    return JSON.stringify({
      token,
      message: turn.texts[0],
      history,
      chat_id: state.chatId,
      page_url: location.href.replace(/#.*/, "").slice(0, 2000),
      locale: getLocale(),
    });
  }

  store.update((state) => {
    for (const turn of state.turns) {
      const isStale = turn.tab && Date.now() - turn.at > STALE_MS;
      if (turn.state === "waiting" && isStale) settle(turn, { kind: "late" });
    }
  });

  return {
    send(text) {
      if (!text) return false;
      store.update((state) => {
        state.turns.push({
          id: randomHex(),
          role: "user",
          texts: [text],
          at: Date.now(),
          state: "waiting",
          tab,
        });
      });
      onEvent("send", text);
      onChange();
      pump();
      return true;
    },
    retry(id) {
      edit(id, (turn, state) => {
        Object.assign(turn, { state: "waiting", tab, problem: undefined });
        state.turns = [...state.turns.filter((one) => one !== turn), turn];
      });
      pump();
    },
    resume: pump,
    leave() {
      store.update((state) => {
        for (const turn of state.turns) {
          if (turn.tab !== tab || turn.state !== "waiting") continue;
          if (turn.id === sending) settle(turn, { kind: "late" });
          else delete turn.tab;
        }
      });
    },
  };
}

/** The turn is no longer on its way: answered, or failed with the problem and ready to be sent again as it was. */
function settle(turn: Turn, problem?: Problem) {
  Object.assign(turn, { problem, state: problem && "failed", body: problem && turn.body });
}
