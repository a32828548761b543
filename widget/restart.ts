import { createTool, h } from "./dom";
import { PLUS } from "./icons";
import { safe } from "./safe";
import { newChatId, type State, type Store } from "./store";
import type { Locale } from "./words";

export interface Restart {
  /** Starts a new conversation. */
  button: HTMLElement;
  /** Brings the old one back, until something is said in the new one. */
  undo: HTMLElement;
  render(): void;
}

const words = {
  "zh-TW": { restart: "開始新對話", undo: "復原剛才的對話" },
  en: { restart: "New conversation", undo: "Bring the last conversation back" },
};

export function createRestart(store: Store, locale: Locale, onChange: () => void): Restart {
  const button = createTool("tool", words[locale].restart, PLUS);
  const undo = h("button", { class: "link undo" }, words[locale].undo);
  let before: Pick<State, "chatId" | "turns"> | null = null;

  button.onclick = safe(() => {
    store.update((state) => {
      before = { chatId: state.chatId, turns: state.turns };
      state.chatId = newChatId();
      state.turns = [];
    });
    onChange();
    undo.focus();
  });
  undo.onclick = safe(() => {
    store.update((state) => Object.assign(state, before));
    onChange();
    button.focus();
  });

  return {
    button,
    undo,
    render() {
      const { turns } = store.get();
      button.hidden = !turns.length;
      undo.hidden = !before || turns.length > 0;
    },
  };
}
