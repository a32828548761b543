import { h } from "./dom";
import { type Inline, parseMarkdown, safeHref } from "./markdown";
import type { Source, Turn } from "./store";
import type { Words } from "./words";

/** What one turn looks like: its bubbles and, under an answer, the places it was taken from. */
export function createTurnNode(turn: Turn, words: Words, showsSources: boolean): HTMLElement {
  const isUser = turn.role === "user";
  const node = h("div", { class: isUser ? "turn user" : "turn" });
  if (isUser) node.append(h("span", { class: "sr" }, `${words.you} `));
  for (const text of turn.texts) {
    node.append(h("div", { class: "bubble", dir: "auto" }, ...(isUser ? [text] : renderMarkdown(text))));
  }
  const sources = turn.sources ?? [];
  if (showsSources && sources.length) node.append(createSources(sources, words));
  return node;
}

export function renderMarkdown(source: string): HTMLElement[] {
  return parseMarkdown(source).map((block) => {
    if (block.kind === "paragraph") return h("p", {}, ...renderInlines(block.children));
    if (block.kind === "code") return h("pre", { tabindex: "0" }, h("code", {}, block.text));
    const items = block.items.map((item) => h("li", {}, ...renderInlines(item)));
    return block.ordered ? h("ol", { start: `${block.start}` }, ...items) : h("ul", {}, ...items);
  });
}

function renderInlines(inlines: Inline[]): (Node | string)[] {
  return inlines.map((inline) => {
    if (inline.kind === "text") return inline.text;
    if (inline.kind === "break") return h("br");
    if (inline.kind === "bold") return h("strong", {}, ...renderInlines(inline.children));
    if (inline.kind === "code") return h("code", {}, inline.text);
    return createLink(inline.href, inline.text);
  });
}

function createLink(href: string, text: string): HTMLElement {
  return h("a", { href, target: "_blank", rel: "noopener noreferrer" }, text);
}

function createSources(sources: Source[], words: Words): HTMLElement {
  const list = h("div", { class: "sources", role: "group", "aria-label": words.sources });
  for (const { title, quote, url } of sources) {
    const href = safeHref(url);
    const chip = h(
      "button",
      { class: "chip", type: "button", "aria-expanded": "false" },
      title || words.sources,
    );
    const place = h("blockquote", { dir: "auto", hidden: "" }, h("p", {}, quote));
    if (href) place.append(createLink(href, words.visit));
    chip.onclick = () => {
      place.hidden = !place.hidden;
      chip.setAttribute("aria-expanded", `${!place.hidden}`);
      if (!place.hidden) place.scrollIntoView({ block: "nearest" });
    };
    list.append(chip, place);
  }
  return list;
}
