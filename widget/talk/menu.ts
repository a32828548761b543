import type { Config } from "../config";
import { append, createButton, div, h, icon } from "../dom";
import { prevent } from "../event";
import { DOTS } from "../icons";
import { newChat, type State } from "../store";
import type { TalkOptions, Words } from "./talk-options";

/** The panel's menu: a person, a new conversation (and the old one back), sound. Gives what draws it. */
export function createMenu(
  { store, log, addTool, send, render }: TalkOptions,
  words: Words,
): (config: Config) => void {
  const opener = h("summary", { class: "tool", "aria-label": words.menu, title: words.menu }, icon(DOTS));
  const menu = h("details", {}, opener);
  let before: ReturnType<typeof newChat> | null = null;

  /** A button that closes the menu, changes the state and hands the focus on. */
  const createItem = (label: string, change: (state: State) => void, next?: HTMLElement) =>
    createButton("", label, () => {
      menu.open = false;
      store.update(change);
      render();
      next?.focus();
    });
  const undo = createItem(words.undo, (state) => Object.assign(state, before), opener);
  const person = createItem(words.person, () => void send(words.wantPerson, true));
  const sound = createItem(
    words.sound,
    (state) => {
      state.hasSound = !state.hasSound;
    },
    opener,
  );
  const restart = createItem(
    words.restart,
    (state) => {
      const { chatId, link, turns, contact } = state;
      before = { chatId, link, turns, contact };
      Object.assign(state, newChat());
    },
    undo,
  );
  undo.className = "link undo";
  append(menu, [div("items", person, restart, sound)]);
  menu.onkeydown = (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    prevent(event);
    menu.open = false;
    opener.focus();
  };
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
  });
  log.addEventListener("pointerdown", () => {
    menu.open = false;
  });
  addTool(menu);
  log.appendChild(undo);

  return ({ enabled, person: offersPerson }) => {
    const { turns, hasSound } = store.get();
    person.hidden = !offersPerson || !enabled;
    restart.hidden = !turns.length;
    sound.ariaPressed = `${hasSound}`;
    undo.hidden = !before || turns.length > 0;
  };
}
