import type { Citation } from "./check/check-quotes";

export type ReplySentence = {
  /** Without its citations; with the blanks before it. */
  text: string;
  citations: Citation[];
};

export type ReplyReader = {
  /** The sentences that are whole now. */
  push(piece: string): ReplySentence[];
  /** What is left. */
  end(): ReplySentence[];
};

/**
 * Cuts a reply, as it comes, into sentences with their citations: `[1]`, `[1, 2]` or `[1: "copied words"]`, in square
 * or corner brackets, after the sentence or in it.
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
    end: () => take(true).filter(({ text, citations }) => text.trim() !== "" || citations.length > 0),
  };
}

/** In UTF-16 units; what is longer is no sentence, or no copied words, but a runaway. */
const maxSentence = 800;
const maxCitation = 300;
const citationSource = `[^\\S\\n]*[[【]\\s*(\\d{1,2}(?:\\s*[,，、]\\s*\\d{1,2})*)\\s*(?:[:：|]\\s*([^\\n]{0,${maxCitation}}?)\\s*)?[\\]】]`;
const anyCitation = new RegExp(citationSource, "g");
const nextCitation = new RegExp(citationSource, "y");
/** One that the model never ended: its words are none of the reply's, so they go to the end of their line. */
const brokenCitation = /[^\S\n]*[[【]\s*\d{1,2}\s*[:：|][^\]】\n]*(?=\n)/g;
const startOfCitation = /^[[【]\s*(?:\d|$)/;
/** `?` and `!` end no sentence where an address goes on. */
const terminator = /[。！？]+[」』）)”’"]*|[!?]+(?![\w/#=&%?!])[」』）)”’"]*|\.["”’)]*(?=\s)|\n/y;

/** How long the first sentence of a text is, its citations included; 0 while it may go on. */
function findEnd(rest: string, isAtEnd: boolean): number {
  const text = rest.slice(0, maxSentence + maxCitation);
  const isOver = isAtEnd && text.length === rest.length;
  if (!isOver && text.length <= maxSentence && !/[。！？!?.\n]/.test(text)) return 0;
  return findEndWithin(text, isOver) || (text.length > maxSentence ? text.length : 0);
}

function findEndWithin(text: string, isOver: boolean): number {
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
    // What stands on the next line belongs to that one.
    const isLine = stop[0] === "\n";
    for (let next = matchCitation(text, end); next > 0 && !isLine; next = matchCitation(text, end))
      end += next;
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
      const quote = words.replace(/^["“「『'‘]+|(?<!["”」』'’])["”」』'’]+$/gu, "");
      for (const number of numbers.split(/[,，、]/)) citations.push({ passage: Number(number), quote });
      return "";
    })
    .replace(brokenCitation, "");
  const openAt = findOpenCitation(text);
  return { text: openAt < 0 ? text : text.slice(0, openAt), citations };
}
