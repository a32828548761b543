import { readPassage } from "@/lib/answers/extract/read-passage";
import { holdsClaims } from "@/lib/answers/model/check/holds-claims";
import { boundsOf, omitsCondition } from "@/lib/answers/model/check/omits-condition";
import { limitOf, readClaim, readClaims, saysNothing } from "@/lib/answers/model/check/read-claims";
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
import { saidText } from "@/lib/language/markup/said-text";
import { isRuleRow, isTableLine, splitCells } from "@/lib/language/markup/table-line";
import { trimAddress } from "@/lib/language/markup/trim-address";
import { writeText } from "@/lib/language/markup/write-text";
import { createTaiwanConverter } from "@/lib/language/words/taiwan/to-taiwan";
import { createReplyFilter } from "@/lib/model/dialect/create-reply-filter";
import { createThoughtFilter } from "@/lib/model/dialect/create-thought-filter";
import { createEventReader } from "@/lib/model/dialect/read-events";
import { readPart } from "@/lib/model/dialect/read-part";
import { readParts } from "@/lib/model/dialect/read-parts";
import { readRefusal } from "@/lib/model/dialect/read-refusal";
import { mayBeWrapped, unwrapReply } from "@/lib/model/dialect/unwrap-reply";
import { type Create, renderMarkdown } from "@/widget/talk/markdown";
import type { CaseTable } from "./case-table";
import { prose } from "./given/prose";

const shop = { title: "標題", text: prose(4_000), headings: [], start: 0, end: 700 };
const whole = (text: string) => ({ title: "標題", text, headings: [], start: 0, end: text.length });
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

/** Pushes a text in pieces of 40, as networks do. */
function pushAll(text: string, reader: { push(piece: string): unknown }): void {
  for (let at = 0; at < text.length; at += 40) reader.push(text.slice(at, at + 40));
}

const request = { model: "small", stream: true, temperature: 0, messages: [{ role: "system", content: "" }] };

/** What reads a model's reply, of 16,000 characters at most, and what a reader sees of a text. */
export const replyCases: CaseTable = {
  "lib/answers/model/check/read-claims.ts": {
    readClaims,
    readClaim,
    saysNothing: (text) => saysNothing(readClaim(text)),
    limitOf: (text) => {
      const claim = readClaim(text);
      return claim.values.map((value) => limitOf(claim, value));
    },
  },
  "lib/answers/model/check/omits-condition.ts": {
    boundsOf: (text) => readClaims(text).map(boundsOf),
    omitsCondition: (text) =>
      omitsCondition(readClaims(text.slice(0, 800)), readClaims(text.slice(0, 1_400)), text.slice(0, 1_100)),
  },
  "lib/answers/model/check/holds-claims.ts": {
    holdsClaims: (text) => {
      // A sentence, and a passage.
      const [said, claims] = [readClaims(text.slice(0, 800)), readClaims(text.slice(0, 1_400))];
      return holdsClaims(
        said,
        [{ claims, above: text, aboveKeys: new Set() }],
        text.slice(0, 1_100),
        () => false,
      );
    },
  },
  "lib/model/dialect/create-reply-filter.ts": {
    createReplyFilter: (text) => {
      const filter = createReplyFilter(false);
      pushAll(text, filter);
      return filter.end(false);
    },
  },
  "lib/model/dialect/create-thought-filter.ts": {
    createThoughtFilter: (text) => {
      const filter = createThoughtFilter(true);
      pushAll(text, filter);
      return filter.end(false);
    },
  },
  "lib/model/dialect/read-events.ts": {
    createEventReader: (text) => {
      const reader = createEventReader();
      pushAll(text, reader);
      return reader.end();
    },
  },
  "lib/model/dialect/read-part.ts": {
    readPart: (text) => readPart({ choices: [{ delta: { content: text }, finish_reason: text }] }, "broken"),
  },
  "lib/model/dialect/read-parts.ts": {
    readParts: async (text) => {
      try {
        for await (const parts of readParts(new Response(text))) parts.at(-1);
      } catch {
        // What is no answer ends as a fault.
      }
    },
  },
  "lib/model/dialect/read-refusal.ts": { readRefusal: (text) => readRefusal(text, request) },
  "lib/model/dialect/unwrap-reply.ts": {
    unwrapReply: (text) => [unwrapReply(text), unwrapReply(JSON.stringify({ answer: text }))],
    mayBeWrapped,
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
  "lib/language/markup/said-text.ts": { saidText },
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
  "lib/language/words/taiwan/to-taiwan.ts": {
    createTaiwanConverter: (text) => [
      createTaiwanConverter(text)(text),
      createTaiwanConverter("")(`软件${text}`),
    ],
  },
  "widget/talk/markdown.ts": { renderMarkdown: (text) => renderMarkdown(text, element) },
  "lib/language/markup/write-text.ts": { writeText: (text) => writeText(parseMarkup(text, "reply"), "said") },
};
