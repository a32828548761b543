import { NO_ANSWER, type Prompt } from "./build-prompt";
import { createQuoteChecker } from "./check-quotes";
import type { Quote } from "./extract-answer";
import { keepPerPassage, type PromptPassage } from "./keep-per-passage";
import { createReplyReader, type ReplySentence } from "./read-reply";
import { findAddresses, sanitizeReply } from "./sanitize-reply";
import { createTaiwanConverter } from "./to-taiwan";

export type ReplyWriterInput = {
  question: string;
  prompt: Pick<Prompt, "instructions" | "mark">;
  /** Those the prompt holds. */
  passages: readonly PromptPassage[];
  /** Other text of the owner's whose addresses may be given. */
  contact: string;
  /** What to do with a sentence that no passage supports: leave it out, or put this after it. */
  unsupportedMark: string | null;
  /** Gets the reply's text as far as it is sure; together the pieces are the start of the final text. */
  onDelta?: ((text: string) => void) | undefined;
};

export type WrittenReply = {
  text: string;
  quotes: Quote[];
  /** How many sentences no passage supports. */
  unsupported: number;
  /** How many characters and words were brought to Taiwan's. */
  converted: number;
};

export type ReplyWriter = { push(piece: string): void; end(): WrittenReply };

/**
 * Makes of what a model says what a visitor may read: sentence by sentence cleaned, brought to Taiwan's words, checked
 * against the passages. A clause that stands in the passages is shown before its sentence ends; nothing that is shown is
 * taken back, unless its sentence turns out to be unsupported: then the rest waits for the final text.
 */
export function writeReply(input: ReplyWriterInput): ReplyWriter {
  const { passages, question, prompt, contact } = input;
  const given = passages.map(readGiven);
  const own = given.map(({ text }) => text);
  const addresses = new Set(
    [...given.flatMap((one) => one.addresses), ...findAddresses(contact)].flatMap(bothForms),
  );
  const checker = createQuoteChecker(passages, question);
  const toTaiwan = createTaiwanConverter([...own, question].join("\n"));
  const secrets = secretsOf(prompt);
  const reader = createReplyReader();

  let text = "";
  let shown = "";
  let lastPending = "";
  let isFrozen = false;
  const quotes: Quote[] = [];
  let unsupported = 0;
  let converted = 0;

  const clean = (raw: string) => sanitizeReply(raw, (address) => addresses.has(address));
  const isSecret = (sentence: string) =>
    sentence.includes(prompt.mark) ||
    sentence.includes(NO_ANSWER) ||
    [...shinglesOf(sentence)].some((shingle) => secrets.has(shingle));

  const show = (soFar: string) => {
    const next = soFar.trimEnd();
    if (isFrozen || next === shown) return;
    if (!next.startsWith(shown)) isFrozen = true;
    else {
      input.onDelta?.(next.slice(shown.length));
      shown = next;
    }
  };

  const append = ({ text: raw, citations }: ReplySentence) => {
    const sentence = clean(raw);
    if (!/[\p{L}\p{N}]/u.test(sentence)) return;
    const found = isSecret(sentence) ? [] : checker.check(sentence, citations);
    if (found.length === 0) {
      unsupported++;
      if (input.unsupportedMark === null || isSecret(sentence) || checker.isMisquoting(sentence)) return;
    }
    const taiwan = toTaiwan(sentence);
    converted += taiwan.replaced;
    quotes.push(...found);
    const mark = found.length > 0 ? "" : input.unsupportedMark;
    const said = taiwan.text.replace(/\s*$/, (blanks) => `${mark}${blanks}`);
    text += text === "" ? said.trimStart() : said;
  };

  return {
    push: (piece) => {
      for (const sentence of reader.push(piece)) {
        append(sentence);
        show(text);
      }
      if (!input.onDelta) return;
      const pending = reader.pending();
      if (isFrozen || pending === lastPending) return;
      lastPending = pending;
      if (pending.trim() === "" || clean(pending) !== pending || isSecret(pending)) return;
      if (checker.isPlain(pending)) {
        const start = toTaiwan(pending).text;
        show(text + (text === "" ? start.trimStart() : start));
      }
    },
    end: () => {
      for (const sentence of reader.end()) append(sentence);
      text = text.trimEnd();
      show(text);
      return { text, quotes, unsupported, converted };
    },
  };
}

/** What a passage gives a reply: its text, as the model reads it, and the addresses in it. */
const readGiven = keepPerPassage(({ title, headings, text, start, end }) => {
  const whole = [title, ...headings, text.slice(start, end)].join("\n");
  return { text: whole, addresses: findAddresses(whole) };
});

function bothForms(address: string): string[] {
  return /^www\./i.test(address) ? [address, `https://${address}`] : [address];
}

let lastSecrets = { instructions: "", shingles: new Set<string>() };

/** The runs of words that only our instructions have; those are the same for every prompt but for its mark. */
function secretsOf({ instructions, mark }: ReplyWriterInput["prompt"]): ReadonlySet<string> {
  const constant = instructions.replaceAll(mark, "");
  if (constant !== lastSecrets.instructions)
    lastSecrets = { instructions: constant, shingles: shinglesOf(constant) };
  return lastSecrets.shingles;
}

/** Every run of six words, to recognise a text that is repeated. */
function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(5).map((_, at) => words.slice(at, at + 6).join(" ")));
}
