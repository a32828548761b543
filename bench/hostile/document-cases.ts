import { linesOf } from "@/lib/answers/extract/layout/lines-of";
import { headingsAbove, tableAround, tablesOf } from "@/lib/answers/extract/layout/tables-of";
import { makeAnswerInput } from "@/lib/conversations/answers/make-answer";
import { foldBubbles } from "@/lib/conversations/turns/fold-bubbles";
import { boundPassages } from "@/lib/knowledge/chunk/bound-passages";
import { cutLine } from "@/lib/knowledge/chunk/cut-line";
import { htmlLines, isUnseen } from "@/lib/knowledge/chunk/html-lines";
import { readBlock } from "@/lib/knowledge/chunk/read-block";
import { splitPassages, splitPassagesInSteps } from "@/lib/knowledge/chunk/split-passages";
import { writePair } from "@/lib/knowledge/documents/add-pair";
import { createDocumentInput } from "@/lib/knowledge/documents/create-document";
import { documentFields } from "@/lib/knowledge/documents/document-input";
import { updateDocumentInput } from "@/lib/knowledge/documents/update-document";
import { prepareVersion } from "@/lib/knowledge/documents/versions/prepare-version";
import { buildSegment, buildSegmentInSteps } from "@/lib/knowledge/index/build-segment";
import { pasteKnowledge } from "@/lib/knowledge/search/paste-knowledge";
import { cleanText, countCodePoints, hasVisibleCharacter } from "@/lib/language/clean-text";
import { cutText } from "@/lib/language/cut-text";
import { diffTexts } from "@/lib/language/diff-texts";
import { findFences } from "@/lib/language/find-fences";
import { lengthFault } from "@/lib/language/length-fault";
import {
  answerLabel,
  headingOf,
  isListItem,
  isTableRow,
  listMarker,
  questionLabel,
} from "@/lib/language/line-kind";
import { splitSentences, trimSpan, widthOf } from "@/lib/language/split-sentences";
import { findTables } from "@/lib/language/tables/find-tables";
import { findUnit, nameColumns, splitUnit } from "@/lib/language/tables/name-columns";
import { readHtmlTables } from "@/lib/language/tables/read-html-tables";
import { recordsAt } from "@/lib/language/tables/read-records";
import { readTables, runAt } from "@/lib/language/tables/read-tables";
import { splitRow } from "@/lib/language/tables/split-row";
import { isRule, spanOf } from "@/lib/language/tables/table";
import { isLead, namesOfLead, toTable } from "@/lib/language/tables/to-table";
import { textInput } from "@/lib/language/text-input";
import { trimCharacters } from "@/lib/language/trim-characters";
import { fold, foldWithOffsets } from "@/lib/language/words/fold";
import { foldedPattern } from "@/lib/language/words/folded-pattern";
import { rewordForTaiwan, rewordInput } from "@/lib/language/words/taiwan/reword-for-taiwan";
import { forEachTerm } from "@/lib/language/words/tokens";
import { runSteps } from "@/lib/run-steps";
import type { CaseTable } from "./case-table";
import { takes } from "./given/takes";

const whole = (text: string) => ({ start: 0, end: text.length, headings: [] });
const lineOf = (text: string) => ({ text, start: 0, end: text.length, isCode: false });
const linesOfText = (text: string) => {
  let start = 0;
  return text.split("\n").map((line) => {
    const from = start;
    start += line.length + 1;
    return { text: line, start: from, end: from + line.length, isCode: false };
  });
};
const source = (text: string) => ({ title: "標題", text, passages: splitPassages(text) });

/** What reads documents, 200,000 characters at most. */
export const documentCases: CaseTable = {
  "lib/language/clean-text.ts": { cleanText, countCodePoints, hasVisibleCharacter },
  "lib/language/cut-text.ts": { cutText: (text) => cutText(text, 100_000) },
  "lib/language/diff-texts.ts": { diffTexts: (text) => diffTexts(text, `${text.slice(0, -1)}\nx`) },
  "lib/language/words/taiwan/reword-for-taiwan.ts": {
    rewordInput: takes(rewordInput),
    rewordForTaiwan: (text) => rewordForTaiwan(`软件${text}`),
  },
  "lib/knowledge/search/paste-knowledge.ts": { pasteKnowledge: (text) => pasteKnowledge("標題", text) },
  "lib/language/length-fault.ts": { lengthFault: (text) => lengthFault("too_long", 80, text) },
  "lib/language/text-input.ts": { textInput: takes(textInput(200_000)) },
  "lib/language/trim-characters.ts": {
    trimCharacters: (text) => trimCharacters(text, { start: "#* ", end: "#*. " }),
  },
  "lib/language/line-kind.ts": {
    answerLabel,
    headingOf,
    isListItem,
    isTableRow,
    listMarker,
    questionLabel,
  },
  "lib/knowledge/chunk/bound-passages.ts": { boundPassages: (text) => boundPassages(text, [whole(text)]) },
  "lib/knowledge/chunk/cut-line.ts": { cutLine: (text) => cutLine(text, { start: 0, end: text.length }) },
  "lib/knowledge/chunk/html-lines.ts": {
    htmlLines: (text) => [
      htmlLines(text, whole(text)),
      htmlLines(`<p>${text}</p>`, { start: 0, end: text.length + 7 }),
    ],
    isUnseen: (text) => [isUnseen(text), isUnseen(`<p>${text}`)],
  },
  "lib/knowledge/chunk/read-block.ts": {
    readBlock: (text) => runSteps(readBlock(text, linesOfText(text))),
  },
  "lib/knowledge/chunk/split-passages.ts": {
    splitPassages,
    splitPassagesInSteps: (text) => runSteps(splitPassagesInSteps(text)),
  },
  "lib/language/split-sentences.ts": {
    splitSentences,
    trimSpan: (text) => trimSpan(text, 0, text.length),
    widthOf,
  },
  "lib/knowledge/documents/add-pair.ts": { writePair: (text) => writePair({ question: text, answer: text }) },
  "lib/conversations/answers/make-answer.ts": { makeAnswerInput: takes(makeAnswerInput) },
  "lib/knowledge/documents/create-document.ts": { createDocumentInput: takes(createDocumentInput) },
  "lib/knowledge/documents/update-document.ts": { updateDocumentInput: takes(updateDocumentInput) },
  "lib/knowledge/documents/document-input.ts": { documentFields: takes(documentFields.content) },
  "lib/knowledge/documents/versions/prepare-version.ts": {
    prepareVersion: (text) => prepareVersion("標題", text),
  },
  "lib/knowledge/index/build-segment.ts": {
    buildSegment: (text) => buildSegment(source(text)),
    buildSegmentInSteps: (text) => runSteps(buildSegmentInSteps(source(text))),
  },
  "lib/conversations/turns/fold-bubbles.ts": { foldBubbles: (text) => foldBubbles([text, text]) },
  "lib/language/words/folded-pattern.ts": { foldedPattern },
  "lib/language/words/fold.ts": { fold, foldWithOffsets },
  "lib/language/words/tokens.ts": { forEachTerm: (text) => forEachTerm(fold(text), () => {}) },
  "lib/language/tables/name-columns.ts": {
    findUnit,
    nameColumns: (text) => nameColumns([[text, text], [text]], text),
    splitUnit,
  },
  "lib/language/tables/find-tables.ts": {
    findTables: (text) => runSteps(findTables(text, linesOfText(text))),
  },
  "lib/language/tables/read-html-tables.ts": {
    readHtmlTables: (text) => readHtmlTables(`<table><tr><td>${text}`, { start: 0, end: text.length + 15 }),
  },
  "lib/language/tables/read-records.ts": {
    recordsAt: (text) => runSteps(recordsAt(text, linesOfText(text), 0)),
  },
  "lib/language/tables/read-tables.ts": {
    readTables: (text) => readTables(text, whole(text), text),
    runAt: (text) => runSteps(runAt(linesOfText(text), 0, 3, {})),
  },
  "lib/language/tables/split-row.ts": {
    splitRow: (text) =>
      (["pipes", "tabs", "gaps", "commas"] as const).map((form) => splitRow(text, whole(text), form)),
  },
  "lib/language/tables/table.ts": { isRule, spanOf: (text) => spanOf(text, lineOf(text)) },
  "lib/language/tables/to-table.ts": {
    isLead,
    namesOfLead,
    toTable: (text) => toTable(text, [lineOf(text)], "pipes", { lead: "", around: [text] }),
  },
  "lib/language/find-fences.ts": { findFences: (text) => findFences(text.split("\n")) },
  "lib/answers/extract/layout/lines-of.ts": { linesOf: (text) => linesOf(text, 0, text.length) },
  "lib/answers/extract/layout/tables-of.ts": {
    headingsAbove: (text) => headingsAbove({ title: "", text, ...whole(text) }),
    tableAround: (text) => tableAround({ title: "", text, ...whole(text) }, { start: 0 }),
    tablesOf: (text) => tablesOf({ title: "", text, ...whole(text) }),
  },
};
