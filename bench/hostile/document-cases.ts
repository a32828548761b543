import { linesOf } from "@/lib/answers/lines-of";
import { tableAround, tablesOf } from "@/lib/answers/table-around";
import { foldBubbles } from "@/lib/conversations/fold-bubbles";
import { findFences } from "@/lib/knowledge/chunk/find-fences";
import {
  answerLabel,
  headingOf,
  isListItem,
  isTableRow,
  listMarker,
  questionLabel,
} from "@/lib/knowledge/chunk/line-kind";
import { splitPassages, splitPassagesInSteps } from "@/lib/knowledge/chunk/split-passages";
import { splitSentences, trimSpan, widthOf } from "@/lib/knowledge/chunk/split-sentences";
import { createDocumentInput } from "@/lib/knowledge/create-document";
import { documentFields } from "@/lib/knowledge/document-input";
import { prepareVersion } from "@/lib/knowledge/prepare-version";
import { buildSegment, buildSegmentInSteps } from "@/lib/knowledge/search/build-segment";
import { fold, foldWithOffsets } from "@/lib/knowledge/search/fold";
import { forEachTerm } from "@/lib/knowledge/search/tokens";
import { updateDocumentInput } from "@/lib/knowledge/update-document";
import { runSteps } from "@/lib/run-steps";
import { cleanText, countCodePoints, hasVisibleCharacter } from "@/lib/text/clean-text";
import { cutText } from "@/lib/text/cut-text";
import { diffTexts } from "@/lib/text/diff-texts";
import { lengthFault } from "@/lib/text/length-fault";
import { textInput } from "@/lib/text/text-input";
import { trimCharacters } from "@/lib/text/trim-characters";
import type { CaseTable } from "./case-table";
import { takes } from "./takes";

const whole = (text: string) => ({ start: 0, end: text.length, headings: [] });
const source = (text: string) => ({ title: "標題", text, passages: splitPassages(text) });

/** What reads documents, 200,000 characters at most. */
export const documentCases: CaseTable = {
  "lib/text/clean-text.ts": { cleanText, countCodePoints, hasVisibleCharacter },
  "lib/text/cut-text.ts": { cutText: (text) => cutText(text, 100_000) },
  "lib/text/diff-texts.ts": { diffTexts: (text) => diffTexts(text, `${text.slice(0, -1)}\nx`) },
  "lib/text/length-fault.ts": { lengthFault: (text) => lengthFault("too_long", 80, text) },
  "lib/text/text-input.ts": { textInput: takes(textInput(200_000)) },
  "lib/text/trim-characters.ts": {
    trimCharacters: (text) => trimCharacters(text, { start: "#* ", end: "#*. " }),
  },
  "lib/knowledge/chunk/line-kind.ts": {
    answerLabel,
    headingOf,
    isListItem,
    isTableRow,
    listMarker,
    questionLabel,
  },
  "lib/knowledge/chunk/split-passages.ts": {
    splitPassages,
    splitPassagesInSteps: (text) => runSteps(splitPassagesInSteps(text)),
  },
  "lib/knowledge/chunk/split-sentences.ts": {
    splitSentences,
    trimSpan: (text) => trimSpan(text, 0, text.length),
    widthOf,
  },
  "lib/knowledge/create-document.ts": { createDocumentInput: takes(createDocumentInput) },
  "lib/knowledge/update-document.ts": { updateDocumentInput: takes(updateDocumentInput) },
  "lib/knowledge/document-input.ts": { documentFields: takes(documentFields.content) },
  "lib/knowledge/prepare-version.ts": { prepareVersion: (text) => prepareVersion("標題", text) },
  "lib/knowledge/search/build-segment.ts": {
    buildSegment: (text) => buildSegment(source(text)),
    buildSegmentInSteps: (text) => runSteps(buildSegmentInSteps(source(text))),
  },
  "lib/conversations/fold-bubbles.ts": { foldBubbles: (text) => foldBubbles([text, text]) },
  "lib/knowledge/search/fold.ts": { fold, foldWithOffsets },
  "lib/knowledge/search/tokens.ts": { forEachTerm: (text) => forEachTerm(fold(text), () => {}) },
  "lib/knowledge/chunk/find-fences.ts": { findFences: (text) => findFences(text.split("\n")) },
  "lib/answers/lines-of.ts": { linesOf: (text) => linesOf(text, 0, text.length) },
  "lib/answers/table-around.ts": {
    tableAround: (text) => tableAround(text, 0, whole(text)),
    tablesOf: (text) => tablesOf(text, whole(text)),
  },
};
