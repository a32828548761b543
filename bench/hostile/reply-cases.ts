import { readPassage } from "@/lib/answers/extract/read-passage";
import { speakQuote } from "@/lib/answers/extract/speak-quote";
import { createQuoteChecker } from "@/lib/answers/model/check-quotes";
import { cleanReply } from "@/lib/answers/model/clean-reply";
import { createReplyReader } from "@/lib/answers/model/read-reply";
import { settledLength } from "@/lib/answers/model/settled-length";
import { writeReply } from "@/lib/answers/model/write-reply";
import { addressKeys } from "@/lib/language/addresses/address-keys";
import { createAddressBook } from "@/lib/language/addresses/create-address-book";
import { findAddresses } from "@/lib/language/addresses/find-addresses";
import { foldAddress } from "@/lib/language/addresses/fold-address";
import { isHost } from "@/lib/language/addresses/is-host";
import { sliceMapped, sourceSpan } from "@/lib/language/markup/mapped-text";
import { parseInline } from "@/lib/language/markup/parse-inline";
import { parseMarkup } from "@/lib/language/markup/parse-markup";
import { plainText } from "@/lib/language/markup/plain-text";
import { readAngle } from "@/lib/language/markup/read-angle";
import { readEntity } from "@/lib/language/markup/read-entity";
import { readTarget } from "@/lib/language/markup/read-target";
import { readText } from "@/lib/language/markup/read-text";
import { renderMarkup } from "@/lib/language/markup/render-markup";
import { isRuleRow, isTableLine, splitCells } from "@/lib/language/markup/table-line";
import { trimAddress } from "@/lib/language/markup/trim-address";
import { writeText } from "@/lib/language/markup/write-text";
import { type Create, renderMarkdown } from "@/widget/talk/markdown";
import type { CaseTable } from "./case-table";
import { prose } from "./prose";

const shop = { title: "標題", text: prose(4_000), headings: [], start: 0, end: 700 };
const whole = (text: string) => ({ title: "標題", text, headings: [], start: 0, end: text.length });
/** UTF-16 units, see lib/knowledge/chunk/split-passages.ts. */
const longestPassage = 1_400;
const element: Create<object> = (tag, attributes = {}, ...children) => ({ tag, attributes, children });
const noLabels: ReadonlyMap<string, string> = new Map();
const bookOf = (text: string) => createAddressBook(() => [text]);

/** Pushes a reply in pieces, as a model writes it. */
function writeInPieces(text: string): unknown {
  const prompt = { instructions: "", mark: "0123456789ab" };
  const writer = writeReply({
    ...{
      question: "運費多少",
      prompt,
      passages: [shop],
      ownerTexts: [text.slice(0, 500)],
      unsupportedMark: "?",
    },
    onDelta: () => {},
  });
  for (let at = 0; at < text.length; at += 400) writer.push(text.slice(at, at + 400));
  return writer.end();
}

/** What reads a model's reply, of 16,000 characters at most, and what a chat says of a document's passage. */
export const replyCases: CaseTable = {
  "lib/answers/model/check-quotes.ts": {
    createQuoteChecker: (text) => createQuoteChecker([whole(text), shop], "運費多少").check(text, []),
  },
  "lib/answers/model/clean-reply.ts": { cleanReply: (text) => cleanReply(text, bookOf("")) },
  "lib/answers/extract/read-passage.ts": { readPassage: (text) => readPassage(whole(text)) },
  "lib/answers/model/read-reply.ts": {
    createReplyReader: (text) => {
      const reader = createReplyReader();
      for (let at = 0; at < text.length; at += 400) reader.push(text.slice(at, at + 400));
      return reader.end();
    },
  },
  "lib/answers/model/settled-length.ts": { settledLength },
  "lib/answers/extract/speak-quote.ts": {
    speakQuote: (text) =>
      speakQuote(whole(text.slice(0, longestPassage)), whole(text.slice(0, longestPassage))),
  },
  "lib/answers/model/write-reply.ts": { writeReply: writeInPieces },
  "lib/language/addresses/address-keys.ts": { addressKeys },
  "lib/language/addresses/create-address-book.ts": {
    createAddressBook: (text) => [bookOf(text).knows(text), bookOf("").findUnknown(text)],
  },
  "lib/language/addresses/find-addresses.ts": { findAddresses },
  "lib/language/addresses/fold-address.ts": { foldAddress },
  "lib/language/addresses/is-host.ts": { isHost: (text) => isHost(text, true) },
  "lib/language/markup/mapped-text.ts": {
    sliceMapped: (text) => sliceMapped(readText(text).seen, 0, text.length),
    sourceSpan: (text) => sourceSpan(readText(text).seen, 0, 1),
  },
  "lib/language/markup/parse-inline.ts": { parseInline: (text) => parseInline(text, "reply") },
  "lib/language/markup/parse-markup.ts": {
    parseMarkup: (text) => [
      parseMarkup(text, "reply"),
      parseMarkup(text, "document"),
      parseMarkup(text, "shown"),
    ],
  },
  "lib/language/markup/plain-text.ts": { plainText: (text) => plainText(text, "reply") },
  "lib/language/markup/read-angle.ts": {
    readAngle: (text) => [readAngle(text, 0), readAngle(`<${text}`, 0)],
  },
  "lib/language/markup/read-entity.ts": {
    readEntity: (text) => [readEntity(text, 0), readEntity(`&${text}`, 0)],
  },
  "lib/language/markup/read-target.ts": {
    readTarget: (text) => [
      readTarget(`(${text}`, 0, "reply", noLabels),
      readTarget(`(a ${text}`, 0, "reply", noLabels),
      readTarget(`[${text}`, 0, "reply", noLabels),
    ],
  },
  "lib/language/markup/read-text.ts": { readText },
  "lib/language/markup/table-line.ts": {
    isTableLine,
    isRuleRow,
    splitCells: (text) => splitCells({ text, from: 0, to: text.length }),
  },
  "lib/language/markup/render-markup.ts": {
    renderMarkup: (text) => renderMarkup<object>(parseMarkup(text, "reply"), (...made) => made),
  },
  "lib/language/markup/trim-address.ts": { trimAddress },
  "widget/talk/markdown.ts": { renderMarkdown: (text) => renderMarkdown(text, element) },
  "lib/language/markup/write-text.ts": { writeText: (text) => writeText(parseMarkup(text, "reply"), "said") },
};
