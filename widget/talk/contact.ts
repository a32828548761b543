import { createButton, h, replaceChildren } from "../dom";
import { prevent } from "../event";
import { readJson, textOf, toJson } from "../json";
import { safe } from "../safe";
import { safeHref } from "../safe-href";
import { randomHex } from "../store";
import type { TalkOptions, Words } from "./talk-options";

/** A form at the end of the log, while the server offers one, for who wants to be reached while nobody is there. */
export function createContact({ store, api, token, log, render, announce }: TalkOptions, words: Words) {
  const box = h("form", { class: "contact" });
  let shown = "";
  let key = "";
  log.appendChild(box);

  return () => {
    const { link } = store.get();
    const form = toJson(link?.form);
    box.hidden = !link?.form;
    if (form === shown) return;
    shown = form;
    const said = readJson(form);
    const field = (tag: "input" | "textarea", name: string, more = {}) =>
      h(tag, {
        name,
        placeholder: textOf(said[name]),
        "aria-label": textOf(said[name]),
        maxlength: "300",
        ...more,
      });
    const name = field("input", "name", { autocomplete: "name" });
    const reach = field("input", "reach", { required: "" });
    const question = field("textarea", "question", { rows: "2" });
    const href = safeHref(textOf(said.privacy_url));
    const fault = h("p", { role: "alert" });
    const consent = h("input", { type: "checkbox", required: "" });
    const send = createButton("chip", h("span", {}, textOf(said.send)), () => {});
    replaceChildren(box, [
      textOf(said.title),
      ...[name, reach, question],
      h("label", {}, consent, ` ${textOf(said.consent)}`),
      ...(href ? [h("a", { href, target: "_blank", rel: "noopener" }, textOf(said.privacy))] : []),
      ...[fault, send],
    ]);
    if (link?.form) box.scrollIntoView({ block: "nearest" });
    box.oninput = () => {
      key = "";
    };
    box.onsubmit = safe(async (event: Event) => {
      prevent(event);
      key ||= randomHex();
      send.disabled = true;
      let reply: Record<string, unknown> = {};
      try {
        const response = await fetch(api.url("contact"), {
          method: "POST",
          body: toJson({
            token,
            chat_id: store.get().chatId,
            name: name.value,
            [/@/.test(reach.value) ? "email" : "phone"]: reach.value,
            question: question.value,
            consent: said.consent_id,
            locale: document.documentElement.lang,
          }),
          headers: { "content-type": "application/json", "idempotency-key": key },
          credentials: "omit",
        });
        reply = readJson(await response.text());
      } catch {
        // Not reached: said below.
      }
      send.disabled = false;
      const text = textOf(reply.reply);
      if (!text) {
        fault.textContent = textOf(reply.error) || words.unreachable;
        return;
      }
      announce(text);
      store.update((state) => {
        if (state.link) delete state.link.form;
        const at = Date.now();
        if (question.value.trim()) state.turns.push({ id: key, role: "user", texts: [question.value], at });
        state.turns.push({ id: textOf(reply.message_id), role: "assistant", texts: [text], at });
      });
      render();
    });
  };
}
