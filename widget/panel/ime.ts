export interface EnterEvent {
  key: string;
  keyCode: number;
  isComposing: boolean;
  shiftKey: boolean;
  repeat: boolean;
}

export interface Ime {
  start(): void;
  end(): void;
  isComposing(): boolean;
  /** "send", "swallow" (neither send nor a new line) or "pass" (leave the key to the browser and its IME). */
  onKey(event: EnterEvent): "send" | "swallow" | "pass";
}

/**
 * Decides what an Enter means while an input method may be at work. Chromium and Firefox send the Enter that commits
 * a composition before `compositionend`, marked `isComposing`; Safari sends it after, with keyCode 229
 * (UI Events, "keydown during composition"). A held Enter repeats as a plain Enter once the text is committed.
 */
export function createIme(): Ime {
  let composing = false;
  return {
    start: () => {
      composing = true;
    },
    end: () => {
      composing = false;
    },
    isComposing: () => composing,
    onKey(event) {
      if (event.key !== "Enter" || event.keyCode === 229) return "pass";
      if (composing || event.isComposing || event.repeat) return "swallow";
      return event.shiftKey ? "pass" : "send";
    },
  };
}
