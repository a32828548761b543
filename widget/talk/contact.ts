import { createButton, h, replaceChildren } from "../dom";
import { prevent } from "../event";
import { readJson, textOf, toJson } from "../json";
import { safe } from "../safe";
import { safeHref } from "../safe-href";
import { randomHex } from "../store";
import type { TalkOptions, Words } from "./talk-options";

/**
 * A form at the end of the log, while the server offers one, for who wants to be reached while nobody is there. With
 * words in it, it stays until they are sent or another conversation begins.
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
  let shown = "";
  let key = "";
  log.appendChild(box);

  box.oninput = () => {
    key = "";
  };
  box.onsubmit = safe(async (event: Event) => {
    prevent(event);
    key ||= randomHex();
    send.disabled = true;
    const reply = await api.post(
      "contact",
      {
        chat_id: store.get().chatId,
        name: name.value,
        [/@/.test(reach.value) ? "email" : "phone"]: reach.value,
        question: question.value,
        consent: said.consent_id,
        locale: document.documentElement.lang,
      },
      { "idempotency-key": key },
    );
    send.disabled = false;
    const text = textOf(reply.reply);
    fault.textContent = text ? "" : textOf(reply.error) || words.unreachable;
    if (!text) return;
    announce(text);
    store.update((state) => {
      if (state.link) delete state.link.form;
      const at = Date.now();
      if (question.value.trim()) state.turns.push({ id: key, role: "user", texts: [question.value], at });
      state.turns.push({ id: textOf(reply.message_id), role: "assistant", texts: [text], at });
    });
    box.reset();
    render();
  });

  return () => {
    const { link } = store.get();
    const form = link?.form ? toJson(link.form) : "";
    if (!form) {
      box.hidden = !link || !fields.some(({ value }) => value);
      return;
    }
    if (form !== shown) {
      shown = form;
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
    if (!box.hidden) return;
    box.hidden = false;
    box.scrollIntoView({ block: "nearest" });
  };
}
