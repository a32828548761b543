import type { Config } from "../config";
import { createTool, h } from "../dom";
import { prevent } from "../event";
import { PICTURE } from "../icons";
import { find } from "../list";
import { safe } from "../safe";
import type { Chat } from "./chat";
import type { TalkOptions, Words } from "./talk-options";

interface Taking extends Event {
  clipboardData?: DataTransfer | null;
  dataTransfer?: DataTransfer | null;
}

/**
 * Lets a visitor send pictures while somebody is there to see them: by a button beside the field, pasted, or dropped
 * onto the panel. Gives what shows the button.
 */
export function createPictureButton({ log, store }: TalkOptions, words: Words, chat: Chat) {
  const input = h("input", { type: "file", accept: "image/*", hidden: "" });
  const button = createTool("tool", words.picture, PICTURE, () => input.click());
  const panel = log.parentElement;
  const form = panel?.querySelector(".form");
  form?.insertBefore(button, form.lastChild);

  const take = safe(async (event: Taking) => {
    const data = event.clipboardData ?? event.dataTransfer;
    // Cells and paragraphs that were copied come as a picture as well.
    const isText = data?.getData("text/plain") && data.getData("text/html");
    if (isText || (data && !find(data.types, (type) => type === "Files"))) return;
    // A file that is dropped where nobody can see it would open in the page's place.
    if (event.dataTransfer || !button.hidden) prevent(event);
    if (button.hidden) return;
    const { files } = data ?? input;
    for (const file of [...(files ?? [])]) await chat.sendPicture(file, `(${words.picture})`);
    input.value = "";
  });
  input.onchange = take;
  if (panel) panel.onpaste = panel.ondragover = panel.ondrop = take;

  return ({ enabled }: Config) => {
    const { link } = store.get();
    button.hidden = button.disabled = !(enabled && link?.handoff && link.key);
  };
}
