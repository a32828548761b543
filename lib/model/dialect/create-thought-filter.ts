export type FilteredText = {
  text: string;
  /** What came before turned out to be thoughts as well. */
  isRestart: boolean;
};

export type ThoughtFilter = {
  push(piece: string): FilteredText;
  /** @param isCut the endpoint stopped the model in its middle */
  end(isCut: boolean): FilteredText;
  /** Whether there were thoughts so far, and whether only their end was marked. */
  found(): { hasThoughts: boolean; isEndOnly: boolean };
};

/**
 * Takes a model's thoughts out of its text as it comes, wherever the pieces are cut: what stands between the marks that
 * models put around them, what stands before an end mark alone, and what was never closed. Marks of chat templates go
 * too.
 * @param isEndOnly this model is known to mark only the end of its thoughts: nothing is said before it
 */
export function createThoughtFilter(isEndOnly = false): ThoughtFilter {
  let held = "";
  /** What would have been said, while an end mark is awaited; null when none is. */
  let awaiting: string | null = isEndOnly ? "" : null;
  let mode: Mode = "text";
  let header = "";
  let isStart = true;
  let hasSpoken = false;
  let wasClosed = false;
  let isStrayEnd = false;
  const found = { hasThoughts: false, isEndOnly: false };

  const read = (isOver: boolean): FilteredText => {
    let [text, isRestart] = ["", false];
    const startAnew = () => {
      isRestart ||= hasSpoken && awaiting === null;
      [text, hasSpoken, isStrayEnd] = ["", false, false];
    };
    const say = (words: string) => {
      if (mode === "header") header += words.slice(0, longestMark);
      if (mode !== "text" || words === "") return;
      const isSpoken = words.trim() !== "";
      if (isStrayEnd && isSpoken) startAnew();
      text += words;
      hasSpoken ||= isSpoken;
    };
    const think = (how: Mode) => {
      mode = how;
      found.hasThoughts = true;
      if (awaiting !== null) [text, awaiting] = [awaiting + text, null];
    };
    const close = () => {
      if (mode !== "text") [mode, wasClosed] = ["text", true];
      // An end again: what came since may have been thought, unless nothing follows.
      else if (wasClosed) isStrayEnd = true;
      else {
        startAnew();
        [awaiting, wasClosed, found.hasThoughts, found.isEndOnly] = [null, true, true, true];
      }
    };

    // The blanks before the first word go at once: some models begin with them and don't end.
    if (isStart) held = held.trimStart();
    if (isStart && !isOver && held.length <= bareStart.length && bareStart.startsWith(held))
      return { text, isRestart };
    if (isStart && held.startsWith(bareStart) && /^\S/.test(held.slice(bareStart.length))) think("bare");
    isStart = false;
    let at = 0;
    for (const { 0: mark, index } of held.matchAll(marks)) {
      const kind = kindOf(mark);
      if (kind === "bare" && mode !== "bare") continue;
      if (kind === "end of details" && mode !== "details") continue;
      say(held.slice(at, index));
      at = index + mark.length;
      if (kind === "begin") think("marked");
      else if (kind === "details") think("details");
      else if (kind === "header") [mode, header] = ["header", mode === "header" ? header : ""];
      else if (kind !== "message") {
        if (kind !== "token") close();
        else if (mode === "channel" || mode === "header") mode = "text";
      } else if (/analysis|commentary|think/i.test(header)) think("channel");
      else mode = "text";
    }
    const left = held.slice(at);
    const kept = isOver ? 0 : unfinishedMark(left);
    say(left.slice(0, left.length - kept));
    held = left.slice(left.length - kept);
    if (awaiting === null) return { text, isRestart };
    awaiting += text;
    return { text: "", isRestart: false };
  };

  return {
    push: (piece) => {
      held += piece;
      return read(false);
    },
    end: (isCut) => {
      const last = read(true);
      const late = isCut ? "" : (awaiting ?? "");
      return { ...last, text: late + last.text };
    },
    found: () => ({ ...found }),
  };
}

type Mode = "text" | "marked" | "details" | "channel" | "bare" | "header";

const names =
  "(?:think|thinking|thoughts?|reason|reasoning|reflection|analysis|scratchpad|inner_monologue|seed:think)";
/** In UTF-16 units; what is longer is none. */
const longestMark = 240;
const marks = new RegExp(
  [
    `</?${names}(?:\\s[^<>]{0,200})?>`,
    `&lt;/?${names}&gt;`,
    "◁/?think▷",
    "\\[/?THINK\\]",
    "<details\\s[^<>]{0,100}reasoning[^<>]{0,100}>",
    "</details>",
    "<[|｜][^|｜<>\\n]{1,40}[|｜]>",
    "assistant\\s?final",
  ].join("|"),
  "gi",
);
/** How thoughts begin where the marks of their channel were lost on the way. */
const bareStart = "analysis";

function kindOf(mark: string) {
  const written = mark.toLowerCase();
  if (written.startsWith("assistant")) return "bare";
  if (written === "</details>") return "end of details";
  if (written.startsWith("<details")) return "details";
  if (!/^<[|｜]/.test(written)) return /^(?:<|&lt;|◁|\[)\//.test(written) ? "end" : "begin";
  const name = written.slice(2, -2);
  if (name === "channel" || name === "start" || name === "start_header_id") return "header";
  if (name === "message" || name === "end_header_id") return "message";
  if (/^(?:begin_of_thought|start_thinking|begin_thought|think|thinking)$/.test(name)) return "begin";
  return /^(?:end_of_thought|end_thinking|end_thought|\/think|\/thinking)$/.test(name) ? "end" : "token";
}

/** How many characters at the end of a text may be the beginning of a mark. */
function unfinishedMark(text: string): number {
  return unfinished.exec(text.slice(-longestMark))?.[0].length ?? 0;
}

const unfinished = new RegExp(
  [
    "<(?:[/|｜a-z][^<>\\n]*)?",
    "◁[^▷\\n]{0,6}",
    "\\[(?:/?[think]{0,5})?",
    "&l?|&lt|&lt;[^<>\\n]{0,30}",
    "a(?:s(?:s(?:i(?:s(?:t(?:a(?:n(?:t(?:\\s?f?i?n?a?))?)?)?)?)?)?)?)?",
  ]
    .map((source) => `(?:${source})$`)
    .join("|"),
  "i",
);
