import { createButton, h, replaceChildren } from "../dom";
import { prevent } from "../event";
import { readJson, textOf, toJson } from "../json";
import { safe } from "../safe";
import { safeHref } from "../safe-href";
import { randomHex } from "../store";
import type { TalkOptions, Words } from "./talk-options";

/**
 * A form at the end of the log, while the server offers one, for who wants to be reached while nobody is there. With
 * words in it, it stays until they are sent or another conversation begins, from page to page.
 */
export function createContact({ store, api, log, render, announce }: TalkOptions, words: Words) {
  const name = h("input", { name: "name", autocomplete: "name" });
  const reach = h("input", { name: "reach", required: "" });
  const question = h("textarea", { name: "question", rows: "2" });
  const fields = [name, reach, question];
  const fault = h("p", { role: "alert" });
  const label = h("span");
  const send = createButton("chip", label, () => {});
  const box = h("form", { class: "contact", hidden: "" });
  let said: Record<string, unknown> = {};
  let key = "";
  log.appendChild(box);

  box.oninput = () => {
    key = "";
    const contact: Record<string, unknown> = { form: said };
    for (const field of fields) contact[field.name] = field.value;
    store.saveTyped({ contact });
  };
  box.onsubmit = safe(async (event: Event) => {
    prevent(event);
    key ||= randomHex();
    const id = key;
    const asked = question.value;
    send.disabled = true;
    const reply = await api.post(
      "contact",
      {
        chat_id: store.get().chatId,
        name: name.value,
        [/@/.test(reach.value) ? "email" : "phone"]: reach.value,
        question: asked,
        consent: said.consent_id,
        locale: document.documentElement.lang,
      },
      { "idempotency-key": id },
    );
    send.disabled = false;
    const text = textOf(reply.reply);
    fault.textContent = text ? "" : textOf(reply.error) || words.unreachable;
    if (!text) return;
    announce(text);
    store.update((state) => {
      if (state.link) delete state.link.form;
      const at = Date.now();
      if (asked.trim()) state.turns.push({ id, role: "user", texts: [asked], at });
      state.turns.push({ id: textOf(reply.message_id), role: "assistant", texts: [text], at });
      // What was typed since was not sent.
      if (key === id) delete state.contact;
    });
    if (key === id) box.reset();
    render();
  });

  return () => {
    const { link, contact } = store.get();
    for (const field of fields) {
      const text = textOf(contact?.[field.name]);
      if (field.value !== text) field.value = text;
    }
    // Where nobody offers it any more, it is the one in which the words stand.
    const form = toJson(link?.form ?? contact?.form ?? said);
    if (form !== toJson(said)) {
      said = readJson(form);
      for (const field of fields) {
        field.maxLength = 300;
        field.placeholder = field.ariaLabel = textOf(said[field.name]);
      }
      label.textContent = textOf(said.send);
      const href = safeHref(textOf(said.privacy_url));
      replaceChildren(box, [
        textOf(said.title),
        ...fields,
        h("label", {}, h("input", { type: "checkbox", required: "" }), ` ${textOf(said.consent)}`),
        ...(href ? [h("a", { href, target: "_blank", rel: "noopener" }, textOf(said.privacy))] : []),
        ...[fault, send],
      ]);
    }
    const wasHidden = box.hidden;
    box.hidden = !(link?.form || (link && fields.some(({ value }) => value)));
    if (wasHidden) box.scrollIntoView({ block: "nearest" });
  };
}
