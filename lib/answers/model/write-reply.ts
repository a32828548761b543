import { keepPerPassage, type PromptPassage } from "@/lib/answers/extract/keep-per-passage";
import type { Quote } from "@/lib/answers/extract/quote/quote";
import { speakQuote } from "@/lib/answers/extract/quote/speak-quote";
import { readPassage } from "@/lib/answers/extract/read-passage";
import type { NotedSentence } from "@/lib/answers/trace/answer-notes";
import { addressKeys } from "@/lib/language/addresses/address-keys";
import { createAddressBook } from "@/lib/language/addresses/create-address-book";
import { findAddresses } from "@/lib/language/addresses/find-addresses";
import { plainText } from "@/lib/language/markup/plain-text";
import { isRuleRow } from "@/lib/language/markup/table-line";
import { createTaiwanConverter, type TaiwanConverter } from "@/lib/language/words/taiwan/to-taiwan";
import { NO_ANSWER, type Prompt } from "./build-prompt";
import { createQuoteChecker } from "./check/check-quotes";
import { cleanReply } from "./clean-reply";
import { createReplyReader, type ReplySentence } from "./read-reply";
import { settledLength } from "./settled-length";

export type ReplyWriterInput = {
  question: string;
  prompt: Pick<Prompt, "instructions" | "mark">;
  /** Those the prompt holds. */
  passages: readonly PromptPassage[];
  /** Other texts of the owner's whose addresses may be given. */
  ownerTexts: readonly string[];
  /** What to do with a sentence that no passage supports: leave it out, or put this after it. */
  unsupportedMark: string | null;
  /** Gets the reply's text as far as it is sure; together the pieces are the start of the final text. */
  onDelta?: ((text: string) => void) | undefined;
  /** Gets each sentence with what became of it. */
  onSentence?: ((sentence: NotedSentence) => void) | undefined;
};

export type WrittenReply = {
  text: string;
  quotes: Quote[];
  /** How many sentences are the model's, and how many the passages' instead of its. */
  kept: number;
  replaced: number;
  /** It said that the passages don't answer. */
  saysNoAnswer: boolean;
  /** A sentence names something of the question that the passages lack. */
  isOther: boolean;
  /** How many sentences no passage supports. */
  unsupported: number;
  /** How many characters and words were brought to Taiwan's. */
  converted: number;
};

export type ReplyWriter = {
  push(piece: string): void;
  /** What came so far were thoughts; what of it was shown stays said. */
  restart(): void;
  /** @param isCut the model was stopped in its middle: a sentence that has no end is not said */
  end(isCut?: boolean): WrittenReply;
  hasShown(): boolean;
};

/**
 * Makes of what a model says what a visitor may read: sentence by sentence checked against the passages and brought to
 * Taiwan's words, then cleaned as a whole. Instead of a sentence that is in doubt the passage's own words are said;
 * they are shown once a sentence of the model's holds. A sentence that gives an address which stands in none of the
 * owner's texts is not said. Nothing that was shown is taken back.
 */
export function writeReply(input: ReplyWriterInput): ReplyWriter {
  const { passages, question, prompt, ownerTexts } = input;
  const given = passages.map(readGiven);
  const own = given.map(({ text }) => text);
  const book = createAddressBook(() => [
    ...given.flatMap(({ addresses }) => addresses()),
    ...ownerTexts.flatMap(addressKeys),
  ]);
  const checker = createQuoteChecker(passages, question);
  const toTaiwan = createTaiwanConverter([...own, question].join("\n"));
  const secrets = secretsOf(prompt);
  let reader = createReplyReader();

  /** The sentences that may be said, as the model wrote them. */
  let written = "";
  let read = 0;
  let looked = 0;
  let shown = "";
  let quotes: Quote[] = [];
  let [kept, replaced, unsupported, converted] = [0, 0, 0, 0];
  let [saysNoAnswer, isOther, hasCited, hasRestarted] = [false, false, false, false];

  const isSecret = (sentence: string) =>
    sentence.includes(prompt.mark) ||
    sentence.includes(NO_ANSWER) ||
    [...shinglesOf(sentence)].some((shingle) => secrets.has(shingle));

  const show = (text: string) => {
    if (text.length <= shown.length || !text.startsWith(shown)) return;
    input.onDelta?.(text.slice(shown.length));
    shown = text;
  };

  const append = ({ text: raw, citations }: ReplySentence) => {
    if (++read > maxSentences) return;
    const sentence = plainText(raw, "reply").trim();
    if (!/[\p{L}\p{N}]/u.test(sentence)) {
      // The line below a table's head.
      if (isRuleRow(raw.trim()) && /\|\s*$/.test(written)) written += raw;
      return;
    }
    saysNoAnswer ||= sentence.includes(NO_ANSWER);
    hasCited ||= citations.length > 0;
    const isForbidden = isSecret(sentence) || book.findUnknown(sentence).length > 0;
    const checked = isForbidden ? null : checker.check(sentence, citations);
    if (checked && checked.quotes.length > 0) {
      if (hasRestarted && written.includes(sentence)) return;
      kept++;
      input.onSentence?.({ text: sentence, verdict: "kept" });
      quotes.push(...checked.quotes);
      return say(raw);
    }
    unsupported++;
    isOther ||= checked?.isOther ?? false;
    const isMarked = checked && !checked.instead && !checked.isMisquoting && input.unsupportedMark !== null;
    const verdict = checked?.instead ? "replaced" : isMarked ? "marked" : "dropped";
    input.onSentence?.({ text: sentence, verdict });
    if (checked?.instead) sayInstead(checked.instead, raw);
    else if (isMarked) say(raw.replace(/(?<!\s)\s*$/, (blanks) => `${input.unsupportedMark}${blanks}`));
  };

  const say = (raw: string) => {
    const { text, replaced: changed } = convertWords(raw, toTaiwan);
    converted += changed;
    written += written === "" ? text.trimStart() : text;
  };

  /** In the place of a sentence; once, however often it is in doubt. */
  const sayInstead = (own: Quote, raw: string) => {
    const passage = passages[own.passage];
    const isSaid = quotes.some(
      (quote) => quote.passage === own.passage && quote.start < own.end && own.start < quote.end,
    );
    const words = passage && !isSaid ? speakQuote(passage, own) : "";
    if (words === "") return;
    replaced++;
    quotes.push(own);
    const before = /^\s*(?:[-*+]\s|\d{1,2}[.)]\s)?/.exec(raw)?.[0] ?? "";
    const after = raw.endsWith("\n") ? "\n" : "";
    const gap = before === "" && /[\w,]$/.test(written) ? " " : before;
    written += (written === "" ? gap.trimStart() : gap) + words + after;
  };

  return {
    push: (piece) => {
      for (const sentence of reader.push(piece)) append(sentence);
      const isSure = kept > 0 && (input.unsupportedMark === null || hasCited);
      if (!input.onDelta || !isSure || written.length <= looked + looked ** 2 / seldomness) return;
      looked = written.length;
      show(cleanReply(written.slice(0, settledLength(written)), book).trimEnd());
    },
    restart: () => {
      reader = createReplyReader();
      hasRestarted = true;
      if (shown !== "") return;
      [written, looked, quotes] = ["", 0, []];
      [kept, replaced, unsupported, saysNoAnswer, isOther] = [0, 0, 0, false, false];
    },
    end: (isCut = false) => {
      const left = reader.end();
      const last = left.at(-1);
      const isWhole =
        !isCut || /[。！？!?.」』）)]\s*$/u.test(last?.text ?? "") || last?.citations.length !== 0;
      for (const sentence of isWhole ? left : left.slice(0, -1)) append(sentence);
      const text = cleanReply(written, book).trimEnd();
      if (kept > 0) show(text);
      return { text, quotes, kept, replaced, saysNoAnswer, isOther, unsupported, converted };
    },
    hasShown: () => shown !== "",
  };
}

/** Far more than was asked for; what comes then is not looked at. */
const maxSentences = 300;
/**
 * A reply is looked at as a whole for each sentence while it is short, at 2,000 characters for each 170, at
 * 4,000 for each 670.
 */
const seldomness = 24_000;

/** Brings the words around a sentence's addresses to Taiwan's. */
function convertWords(raw: string, toTaiwan: TaiwanConverter): { text: string; replaced: number } {
  let [text, replaced, at] = ["", 0, 0];
  const add = (words: string) => {
    const taiwan = toTaiwan(words);
    text += taiwan.text;
    replaced += taiwan.replaced;
  };
  for (const { start, end } of findAddresses(raw)) {
    add(raw.slice(at, start));
    text += raw.slice(start, end);
    at = end;
  }
  add(raw.slice(at));
  return { text, replaced };
}

/** What a passage gives a reply: its text, as the model reads it, and the addresses in it. */
const readGiven = keepPerPassage((passage) => {
  const above = [passage.title, ...passage.headings].join("\n");
  let keys: string[] | undefined;
  return {
    text: `${above}\n${passage.text.slice(passage.start, passage.end)}`,
    addresses: () => {
      keys ??= addressKeys(`${above}\n${readPassage(passage).said.text}`);
      return keys;
    },
  };
});

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
