import type { Citation } from "./check-quotes";

export type ReplySentence = {
  /** Without its citations; with the blanks before it. */
  text: string;
  citations: Citation[];
};

export type ReplyReader = {
  /** The sentences that are whole now. */
  push(piece: string): ReplySentence[];
  /** What is there of the sentence that is being written, up to its last clause; "" when there is none yet. */
  pending(): string;
  /** What is left. */
  end(): ReplySentence[];
};

/**
 * Cuts a reply, as it comes, into sentences with their citations: `[1]`, `[1, 2]` or `[1: "copied words"]`, in square or
 * corner brackets, after the sentence or in it.
 */
export function createReplyReader(): ReplyReader {
  let rest = "";
  const take = (isOver: boolean) => {
    const sentences: ReplySentence[] = [];
    for (;;) {
      const length = findEnd(rest, isOver);
      if (length === 0) return sentences;
      sentences.push(readSentence(rest.slice(0, length)));
      rest = rest.slice(length);
    }
  };
  return {
    push: (piece) => {
      rest = (rest + piece).replace(/[^\S\n]{3,}/g, "  ").replace(/\n{3,}/g, "\n\n");
      return take(false);
    },
    pending: () => clauses.exec(readSentence(rest).text)?.[0] ?? "",
    end: () => take(true).filter(({ text, citations }) => text.trim() !== "" || citations.length > 0),
  };
}

/** In UTF-16 units; what is longer is no sentence, or no copied words, but a runaway. */
const maxSentence = 800;
const maxCitation = 300;
const citationSource = `\\s*[[【]\\s*(\\d{1,2}(?:\\s*[,，、]\\s*\\d{1,2})*)\\s*(?:[:：|]\\s*([^\\n]{0,${maxCitation}}?)\\s*)?[\\]】]`;
const anyCitation = new RegExp(citationSource, "g");
const nextCitation = new RegExp(citationSource, "y");
/** How one begins that the model never ended: by now its line has. */
const brokenCitation = /\s*[[【]\s*\d{1,2}\s*[:：|]\s*["“「『]?(?=[^\]】\n]*\n)/g;
const startOfCitation = /^[[【]\s*(?:\d|$)/;
const clauses = /^[\s\S]*[，、；：。！？,;:!?]/u;
const terminator = /[。！？!?]+[」』）)”’"]*|\.["”’)]*(?=\s)|\n/y;

/** How long the first sentence of a text is, its citations included; 0 while it may go on. */
function findEnd(text: string, isOver: boolean): number {
  if (text.length > maxSentence) return text.length;
  const openAt = isOver ? -1 : findOpenCitation(text);
  let at = 0;
  while (at < text.length) {
    const bracket = matchCitation(text, at);
    if (bracket > 0) {
      at += bracket;
      continue;
    }
    if (at === openAt) return 0;
    terminator.lastIndex = at;
    const stop = terminator.exec(text);
    // A line break before the first word belongs to the sentence after it.
    if (!stop || text.slice(0, at).trim() === "") {
      at++;
      continue;
    }
    let end = at + stop[0].length;
    for (let next = matchCitation(text, end); next > 0; next = matchCitation(text, end)) end += next;
    const mayGoOn = end === openAt || /^[\s。！？!?」』）)”’".]*$/u.test(text.slice(end));
    return mayGoOn && !isOver && !text.slice(end - 1).includes("\n") ? 0 : end;
  }
  return isOver ? text.length : 0;
}

function matchCitation(text: string, at: number): number {
  if (!/[\s[【]/.test(text.charAt(at))) return 0;
  nextCitation.lastIndex = at;
  return nextCitation.exec(text)?.[0].length ?? 0;
}

/** Where a citation begins, with the blanks before it, that the text breaks off in; -1 when it doesn't. */
function findOpenCitation(text: string): number {
  const at = Math.max(text.lastIndexOf("["), text.lastIndexOf("【"));
  const rest = at < 0 ? "" : text.slice(at);
  const isOpen = startOfCitation.test(rest) && rest.length <= maxCitation && !/[\]】\n]/.test(rest);
  return isOpen ? text.slice(0, at).trimEnd().length : -1;
}

function readSentence(raw: string): ReplySentence {
  const citations: Citation[] = [];
  const text = raw
    .replace(anyCitation, (_, numbers: string, words = "") => {
      const quote = words.replace(/^["“「『'‘]+|["”」』'’]+$/gu, "");
      for (const number of numbers.split(/[,，、]/)) citations.push({ passage: Number(number), quote });
      return "";
    })
    .replace(brokenCitation, "");
  const openAt = findOpenCitation(text);
  return { text: openAt < 0 ? text : text.slice(0, openAt), citations };
}
