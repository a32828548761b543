import { h } from "./dom";
import { isRecord, textOf } from "./json";
import { type Inline, parseMarkdown } from "./markdown";
import { safeHref } from "./safe-href";
import type { Turn } from "./store";
import type { Locale } from "./words";

/** Fills an answer's node: a bubble for each text, the places it was taken from, the time. */
export type FillAnswer = (node: Element, turn: Turn, showsSources: boolean, locale: Locale) => void;

interface Source {
  title: string;
  quote: string;
  url: string;
}

const words = {
  "zh-TW": { sources: "出處", visit: "看原頁" },
  en: { sources: "Sources", visit: "Open the page" },
};

export const fillAnswer: FillAnswer = (node, turn, showsSources, locale) => {
  for (const text of turn.texts) {
    node.append(h("div", { class: "bubble", dir: "auto" }, ...renderMarkdown(text)));
  }
  const sources = readSources(turn.sources);
  if (showsSources && sources.length) node.append(createSources(sources, locale));
  node.append(createTime(new Date(turn.at), locale));
};

function createTime(at: Date, locale: Locale): HTMLElement {
  const isToday = at.toDateString() === new Date().toDateString();
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { month: "short", day: "numeric" };
  return h("time", {}, at.toLocaleString(locale, { ...day, hour: "numeric", minute: "2-digit" }));
}

function readSources(value: unknown): Source[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .map(({ title, quote, url }) => ({ title: textOf(title), quote: textOf(quote), url: textOf(url) }))
    .filter(({ title, quote }) => title || quote);
}

function renderMarkdown(source: string): HTMLElement[] {
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

function createSources(sources: Source[], locale: Locale): HTMLElement {
  const { sources: label, visit } = words[locale];
  const list = h("div", { class: "sources", role: "group", "aria-label": label });
  for (const { title, quote, url } of sources) {
    const href = safeHref(url);
    const chip = h("button", { class: "chip", "aria-expanded": "false" }, h("span", {}, title || label));
    const place = h("blockquote", { dir: "auto", hidden: "" }, h("p", {}, quote));
    if (href) place.append(createLink(href, visit));
    chip.onclick = () => {
      place.hidden = !place.hidden;
      chip.setAttribute("aria-expanded", `${!place.hidden}`);
      if (!place.hidden) place.scrollIntoView({ block: "nearest" });
    };
    list.append(chip, place);
  }
  return list;
}
