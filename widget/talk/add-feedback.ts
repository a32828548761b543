import { append, createButton, createTool, h, replaceChildren } from "../dom";
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
    try {
      await navigator.clipboard.writeText(turn.texts.join("\n\n"));
      copy.classList.add("done");
      announce(words.copied);
      setTimeout(() => copy.classList.remove("done"), 1500);
    } catch {
      // A frame without the right to it.
      replaceChildren(copy, [words.copyFailed]);
      copy.disabled = true;
      announce(words.copyFailed);
    }
  });
  // Pages without https have no clipboard.
  if (navigator.clipboard) foot.appendChild(copy);
  if (!messageId) return;

  let { rating } = turn;
  /** What the server has. */
  let taken = rating;
  /** One after the other: on their way at once, the later could arrive first. */
  let posted: Promise<unknown> = Promise.resolve();
  const why = h("div", { class: "why", role: "group", "aria-label": words.why, hidden: "" }, words.why);
  const up = createThumb("up");
  const down = createThumb("down");
  for (const reason of words.reasons.split("|")) {
    why.appendChild(
      createButton("chip", h("span", {}, reason), () => {
        down.focus();
        return rate("down", reason);
      }),
    );
  }
  append(foot, [up, down]);
  foot.parentNode?.appendChild(why);
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
    show(wanted);
    why.hidden = wanted !== "down" || !!reason;
    why.scrollIntoView({ block: "nearest" });
    const { chatId: chat_id } = store.get();
    const post = posted.then(() =>
      api.post("feedback", { chat_id, message_id: messageId, rating: wanted ?? "none", reason }),
    );
    posted = post;
    const isTaken = (await post).success;
    announce(isTaken ? words.thanks : words.unreachable);
    // What was pressed since shows, until it has failed as well.
    if (!isTaken) return post === posted && show(taken);
    taken = wanted;
    if (reason) {
      replaceChildren(why, [words.thanks]);
      why.hidden = false;
    }
    store.update(({ turns }) => {
      for (const stored of turns) if (stored.id === id) stored.rating = wanted;
    });
  }
}
