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
      rest += piece;
      return take(false);
    },
    pending: () => {
      return clauses.exec(readSentence(rest).text)?.[0] ?? "";
    },
    end: () => take(true).filter(({ text, citations }) => text.trim() !== "" || citations.length > 0),
  };
}

/** Longer ones are no copied words but a runaway. */
const maxCitation = 600;
const citationSource = `\\s*[[【]\\s*(\\d{1,2}(?:\\s*[,，、]\\s*\\d{1,2})*)\\s*(?:[:：|]\\s*([^\\n]{0,${maxCitation}}?)\\s*)?[\\]】]`;
const anyCitation = new RegExp(citationSource, "g");
const nextCitation = new RegExp(citationSource, "y");
const openBracket = new RegExp(`\\s*[[【](?:\\s*|\\s*\\d[^\\]】\\n]{0,${maxCitation}})$`);
const clauses = /^[\s\S]*[，、；：。！？,;:!?]/u;
const terminator = /[。！？!?]+[」』）)”’"]*|\.["”’)]*(?=\s)|\n/y;

/** How long the first sentence of a text is, its citations included; 0 while it may go on. */
function findEnd(text: string, isOver: boolean): number {
  const openAt = isOver ? undefined : openBracket.exec(text)?.index;
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
  nextCitation.lastIndex = at;
  return nextCitation.exec(text)?.[0].length ?? 0;
}

function readSentence(raw: string): ReplySentence {
  const citations: Citation[] = [];
  const text = raw.replace(anyCitation, (_, numbers: string, words = "") => {
    const quote = words.replace(/^["“「『'‘]+|["”」』'’]+$/gu, "");
    for (const number of numbers.split(/[,，、]/)) citations.push({ passage: Number(number), quote });
    return "";
  });
  return { text: text.replace(openBracket, ""), citations };
}
