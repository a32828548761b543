import type { Config } from "../config";
import { createTool, div, h, setText } from "../dom";
import { prevent } from "../event";
import { ARROW } from "../icons";
import { safe } from "../safe";
import type { Store } from "../store";
import { fill } from "../words/fill";
import { createIme } from "./ime";
import { countCodePoints, MESSAGE_LIMIT } from "./message-text";
import type { PanelWords } from "./panel-words";

export interface Composer {
  element: HTMLElement;
  render(config: Config): void;
  focus(): void;
  /** An input method is at work: keys belong to it. */
  isComposing(): boolean;
  saveDraft(): void;
  /** Adds the text behind what stands in the field, once; "" empties it. */
  write(text: string): void;
}

const COUNTER_FROM = MESSAGE_LIMIT - 30;
const DRAFT_DELAY_MS = 300;

interface ComposerOptions {
  store: Store;
  words: PanelWords;
  /** Tells whether the text was taken. */
  send: (text: string) => boolean;
  /** Makes ready to send. */
  load: () => unknown;
}

/** The field for a message, its counter and its button. */
export function createComposer({ store, words, send, load }: ComposerOptions): Composer {
  const ime = createIme();
  const input = h("textarea", { rows: "1", enterkeyhint: "send" });
  const grow = div("grow", input);
  const counter = div("counter");
  const button = createTool("send", words.send, ARROW, submit);
  let delay = 0;
  /** What stands in the field is newer than what is stored. */
  let isUnsaved = false;

  function render() {
    const count = countCodePoints(input.value);
    const over = count - MESSAGE_LIMIT;
    grow.dataset.text = input.value;
    counter.hidden = count < COUNTER_FROM;
    counter.classList.toggle("over", over > 0);
    setText(counter, over > 0 ? fill(words.over, over) : `${count}/${MESSAGE_LIMIT}`);
    input.ariaInvalid = `${over > 0}`;
    button.disabled = input.disabled || !count || over > 0;
  }

  function saveDraft() {
    clearTimeout(delay);
    if (isUnsaved) store.saveTyped({ draft: input.value });
    isUnsaved = false;
  }

  function submit() {
    // A composition still open would write itself into the emptied field; leaving the field ends it.
    if (ime.isComposing()) input.blur();
    if (!send(input.value)) return;
    replace("");
  }

  function replace(text: string) {
    input.value = text;
    isUnsaved = true;
    saveDraft();
    render();
  }

  input.oninput = safe(() => {
    isUnsaved = true;
    load();
    render();
    clearTimeout(delay);
    delay = window.setTimeout(safe(saveDraft), DRAFT_DELAY_MS);
  });
  input.onkeydown = safe((event) => {
    const meaning = ime.onKey(event);
    if (meaning === "pass") return;
    prevent(event);
    if (meaning === "send") submit();
  });
  input.onblur = ime.end;
  input.addEventListener("compositionstart", ime.start);
  input.addEventListener("compositionend", ime.end);
  // Keeps the caret, and with it a phone's keyboard, in the field.
  button.onpointerdown = prevent;

  return {
    element: div("form", grow, counter, button),
    render(config) {
      input.disabled = !config.enabled;
      input.placeholder = input.ariaLabel = config.placeholder;
      // What was typed since in another tab, or on the page that Back leads away from.
      const { draft } = store.get();
      if (!isUnsaved && input.value !== draft) input.value = draft;
      render();
    },
    focus: () => input.focus({ preventScroll: true }),
    isComposing: ime.isComposing,
    saveDraft,
    write(text) {
      if (!text || !input.value.includes(text)) replace(text && `${input.value}\n${text}`.trim());
    },
  };
}
