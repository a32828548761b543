/** What was typed into text areas before React took them over, which sets them back to the server's words. */
const early = new WeakMap<Element, string>();

/** Listens from before React until each text area is React's. Returns how to stop. */
export function keepEarlyWords(root: Document): () => void {
  const note = (field: Element) => {
    if (!(field instanceof HTMLTextAreaElement) || isReacts(field)) return;
    if (field.value !== field.defaultValue) early.set(field, field.value);
  };
  for (const field of root.querySelectorAll("textarea")) note(field);
  const onInput = ({ target }: Event) => {
    if (target instanceof Element) note(target);
  };
  root.addEventListener("input", onInput, true);
  return () => root.removeEventListener("input", onInput, true);
}

/** The words that a form's text areas held before React, by the areas' names; each once. */
export function takeEarlyWords(form: HTMLFormElement): Record<string, string> {
  const words: Record<string, string> = {};
  for (const field of form.querySelectorAll("textarea")) {
    const typed = early.get(field);
    early.delete(field);
    if (typed !== undefined && field.name !== "" && field.value === field.defaultValue)
      words[field.name] = typed;
  }
  return words;
}

function isReacts(field: Element): boolean {
  return Object.keys(field).some((key) => key.startsWith("__react"));
}
