import { countCodePoints, MESSAGE_LIMIT } from "@/widget/panel/message-text";

/** Counts what is written as the widget does, while it is written. */
export function showCharacters(tool: HTMLElement): void {
  const field = tool.querySelector("textarea");
  const outputs = tool.querySelectorAll<HTMLElement>("[data-count]");
  const states = tool.querySelectorAll<HTMLElement>("[data-state]");
  if (!field) return;
  const show = () => {
    const count = countCodePoints(field.value);
    const state = count === 0 ? "empty" : count > MESSAGE_LIMIT ? "long" : "fits";
    for (const output of outputs)
      output.textContent = String(output.dataset.count === "over" ? count - MESSAGE_LIMIT : count);
    for (const line of states) line.hidden = line.dataset.state !== state;
  };
  field.addEventListener("input", show);
  show();
}
