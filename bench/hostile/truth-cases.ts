import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { removeSpan, replaceSpan } from "@/lib/knowledge/findings/change-text";
import { readPlace } from "@/lib/knowledge/findings/read-place";
import { standingFindings } from "@/lib/knowledge/findings/standing-findings";
import { checkTruth, checkTruthInSteps } from "@/lib/knowledge/truth/check-truth";
import { findContradictions } from "@/lib/knowledge/truth/find-contradictions";
import { findDuplicates, plainOf } from "@/lib/knowledge/truth/find-duplicates";
import { findStale, goneBy } from "@/lib/knowledge/truth/find-stale";
import type { TruthDocument } from "@/lib/knowledge/truth/finding";
import { bandsOf, likeness } from "@/lib/knowledge/truth/min-hash";
import { isSame, readQuantities } from "@/lib/knowledge/truth/read-quantities";
import { askingWords, contentOf, readSaying } from "@/lib/knowledge/truth/read-saying";
import { readSaid } from "@/lib/knowledge/truth/read-statements";
import { contrastsOf, gramsOf, meets, scopeOf } from "@/lib/knowledge/truth/scope";
import { fold } from "@/lib/language/words/fold";
import { runSteps } from "@/lib/run-steps";
import type { CaseTable } from "./case-table";

/** As two documents have it that answer. */
const documentsOf = (text: string): TruthDocument[] =>
  ["v1", "v2"].map((versionId) => ({
    ...{ documentId: versionId, versionId, title: text.slice(0, 80), text, writtenOn: "2026-11-01" },
    passages: splitPassages(text),
  }));
const options = { today: "2026-11-30", names: ["茶行"] };
const none = new Set<string>();

/** What looks for what documents say twice or in two ways, in 200,000 characters at most. */
export const truthCases: CaseTable = {
  "lib/knowledge/findings/change-text.ts": {
    removeSpan: (text) => removeSpan(text, { start: text.length >> 1, end: text.length - 1 }),
    replaceSpan: (text) => replaceSpan(text, { start: 0, end: 1 }, text),
  },
  "lib/knowledge/truth/check-truth.ts": {
    checkTruth: (text) => checkTruth(documentsOf(text), options),
    checkTruthInSteps: (text) => runSteps(checkTruthInSteps(documentsOf(text), options)),
  },
  "lib/knowledge/truth/find-contradictions.ts": {
    findContradictions: (text) => {
      const documents = documentsOf(text);
      const [first, second] = documents.map((document, at) => runSteps(readSaid(document, at)));
      return (
        first &&
        second &&
        runSteps(
          findContradictions(
            documents,
            {
              statements: [...first.statements, ...second.statements],
              facts: [...first.facts, ...second.facts],
              pairs: [...first.pairs, ...second.pairs],
            },
            none,
          ),
        )
      );
    },
  },
  "lib/knowledge/truth/find-duplicates.ts": {
    findDuplicates: (text) => runSteps(findDuplicates(documentsOf(text))),
    plainOf,
  },
  "lib/knowledge/truth/find-stale.ts": {
    findStale: (text) => runSteps(findStale(documentsOf(text), options.today)),
    goneBy: (text) => goneBy(fold(text.slice(0, 400)), options.today, options.today),
  },
  "lib/knowledge/truth/min-hash.ts": {
    bandsOf: (text) => bandsOf(text.slice(0, 4_000)),
    likeness: (text) => likeness(text.slice(0, 4_000), text.slice(1, 4_000)),
  },
  "lib/knowledge/findings/read-place.ts": { readPlace: (text) => readPlace([0, 0, text.length]) },
  "lib/knowledge/findings/standing-findings.ts": { standingFindings: (text) => standingFindings(text, text) },
  "lib/knowledge/truth/read-quantities.ts": {
    isSame: (text) => {
      const [first, second] = readQuantities(fold(text));
      return first && second && isSame(first, second);
    },
    readQuantities: (text) => readQuantities(fold(text)),
  },
  "lib/knowledge/truth/read-saying.ts": {
    askingWords: (text) => fold(text).replace(askingWords, "|"),
    contentOf: (text) => contentOf(fold(text)),
    readSaying: (text) => readSaying(fold(text)),
  },
  "lib/knowledge/truth/read-statements.ts": {
    readSaid: (text) => documentsOf(text).map((document) => runSteps(readSaid(document, 0))),
  },
  "lib/knowledge/truth/scope.ts": {
    contrastsOf: (text) => contrastsOf(fold(text), ""),
    gramsOf,
    meets: (text) => {
      const scope = scopeOf({ heads: [text], lines: [] }, "", none);
      return meets(scope, scope);
    },
    scopeOf: (text) => scopeOf({ heads: [text], lines: [text] }, text, none),
  },
};
