import { createButton, createTool, h } from "../dom";
import { COPY, THUMB } from "../icons";
import type { Turn } from "../store";
import type { TalkOptions, Words } from "./talk-options";

type Rating = "up" | "down";

/** Adds to an answer's foot: copy, and thumbs up and down with the question why. */
export function addFeedback(
  foot: Element,
  turn: Turn,
  { store, api, announce }: TalkOptions,
  words: Words,
): void {
  const { id, messageId = "" } = turn;
  const copy = createTool("tool", words.copy, COPY, async () => {
    await navigator.clipboard.writeText(turn.texts.join("\n\n"));
    copy.classList.add("done");
    announce(words.copied);
    setTimeout(() => copy.classList.remove("done"), 1500);
  });
  // Pages without https have no clipboard.
  if (navigator.clipboard) foot.append(copy);
  if (!messageId) return;

  let { rating } = turn;
  const why = h("div", { class: "why", role: "group", "aria-label": words.why, hidden: "" }, words.why);
  const up = createThumb("up");
  const down = createThumb("down");
  for (const reason of words.reasons.split("|")) {
    why.append(
      createButton("chip", h("span", {}, reason), () => {
        down.focus();
        return rate("down", reason);
      }),
    );
  }
  foot.append(up, down);
  foot.after(why);
  show(rating);

  function createThumb(way: Rating) {
    return createTool(`tool ${way}`, words[way], THUMB, () => rate(rating === way ? undefined : way));
  }

  function show(newest: Rating | undefined) {
    rating = newest;
    up.ariaPressed = `${rating === "up"}`;
    down.ariaPressed = `${rating === "down"}`;
  }

  async function rate(wanted: Rating | undefined, reason?: string) {
    const before = rating;
    show(wanted);
    why.hidden = wanted !== "down" || !!reason;
    why.scrollIntoView({ block: "nearest" });
    const { chatId } = store.get();
    const about = { chat_id: chatId, message_id: messageId };
    const isTaken = await api.post("feedback", { ...about, rating: wanted ?? "none", reason });
    announce(isTaken ? words.thanks : words.unreachable);
    if (!isTaken) return show(before);
    store.update(({ turns }) => {
      for (const stored of turns) if (stored.id === id) stored.rating = wanted;
    });
  }
}
