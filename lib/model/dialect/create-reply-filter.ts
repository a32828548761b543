import { createThoughtFilter, type ThoughtFilter } from "./create-thought-filter";
import { mayBeWrapped, unwrapReply } from "./unwrap-reply";

/**
 * Makes of what a model writes what it says: without its thoughts (create-thought-filter.ts), and out of the JSON or
 * the tool's call that it may be put into, which is read when it is whole.
 * @param isEndOnly this model is known to mark only the end of its thoughts
 */
export function createReplyFilter(isEndOnly: boolean): ThoughtFilter & { hasSpoken(): boolean } {
  const thoughts = createThoughtFilter(isEndOnly);
  /** The beginning while it can't be told, then a whole wrapped reply; null once it is plain text. */
  let held: string | null = "";
  let isWrapped: boolean | null = null;
  let hasSpoken = false;

  const take = ({ text, isRestart }: { text: string; isRestart: boolean }, isOver: boolean) => {
    if (isRestart) [held, isWrapped] = ["", null];
    let said = text;
    if (held !== null) {
      held += text;
      isWrapped ??= mayBeWrapped(held.slice(0, 1_000));
      if (isOver) said = isWrapped ? unwrapReply(held) : held;
      else said = isWrapped === false ? held : "";
      if (isOver || isWrapped === false) held = null;
    }
    hasSpoken ||= said.trim() !== "";
    return { text: said, isRestart };
  };
  return {
    push: (piece) => take(thoughts.push(piece), false),
    end: (isCut) => take(thoughts.end(isCut), true),
    found: () => thoughts.found(),
    hasSpoken: () => hasSpoken,
  };
}
