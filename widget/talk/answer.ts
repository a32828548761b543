import type { Config } from "../config";
import { append, createButton, div, h } from "../dom";
import { textOf } from "../json";
import { safeHref } from "../safe-href";
import type { Turn } from "../store";
import { addFeedback } from "./add-feedback";
import { saidList } from "./link";
import { renderMarkdown } from "./markdown";
import { createFace, createPicture } from "./picture";
import { splitContacts } from "./split-contacts";
import type { TalkOptions, Words } from "./talk-options";

/** Fills an answer's node: a bubble for each text, the places it was taken from, the time, what can be done with it. */
export function fillAnswer(
  node: Element,
  turn: Turn,
  config: Config,
  options: TalkOptions,
  words: Words,
): void {
  if (turn.by) node.appendChild(div("by", ...createFace(turn.by, turn.face, options.origin), turn.by));
  if (turn.picture) node.appendChild(createPicture(turn));
  else
    for (const text of turn.texts) {
      const blocks = renderMarkdown<Node>(text, h, (part) =>
        splitContacts(part, (found, href) => h("a", { href }, found)),
      );
      node.appendChild(h("div", { class: "bubble", dir: "auto" }, ...blocks));
    }
  if (config.show_sources) addSources(node, turn.sources, words);
  const { locale } = options.frame;
  const time = new Date(turn.at).toLocaleTimeString(locale, { timeStyle: "short" });
  const foot = div("foot", h("time", {}, time));
  node.appendChild(foot);
  if (!turn.picture) addFeedback(foot, turn, options, words);
  if (turn.answered === false && config.person) {
    node.appendChild(createButton("suggestion", words.person, () => options.send(words.wantPerson, true)));
  }
}

function addSources(node: Element, sent: unknown, { sources: label, visit }: Words) {
  const list = h("div", { class: "sources", role: "group", "aria-label": label });
  const places = new Map<string, HTMLElement>();
  for (const source of saidList(sent)) {
    const read = textOf(source.quote);
    const best = textOf(source.best);
    const at = best ? read.indexOf(best) : -1;
    const parts = at < 0 ? [read] : [read.slice(0, at), h("mark", {}, best), read.slice(at + best.length)];
    const quote = h("p", {}, ...parts);
    const href = safeHref(textOf(source.url));
    const name = `${source.title}\n${href}`;
    const known = places.get(name);
    // One chip a document, with all that was taken from it.
    if (known) {
      known.insertBefore(quote, known.querySelector("p + :not(p)"));
      continue;
    }
    const place = h("blockquote", { dir: "auto", hidden: "" }, quote);
    places.set(name, place);
    if (href) append(place, renderMarkdown<Node>(`[${visit}](${href})`, h));
    const chip = createButton("chip", h("span", {}, textOf(source.title) || label), () => {
      place.hidden = !place.hidden;
      chip.ariaExpanded = `${!place.hidden}`;
      place.scrollIntoView({ block: "nearest" });
    });
    chip.ariaExpanded = "false";
    append(list, [chip, place]);
  }
  if (list.firstChild) node.appendChild(list);
}
