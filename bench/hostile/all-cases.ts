import { apiCases } from "./api-cases";
import type { CaseTable } from "./case-table";
import { documentCases } from "./document-cases";
import { fieldCases } from "./field-cases";
import { fileCases } from "./file-cases";
import type { longest } from "./given/longest";
import { messageCases, questionCases } from "./message-cases";
import { pageCases } from "./page-cases";
import { passageCases } from "./passage-cases";
import { replyCases } from "./reply-cases";
import { storeCases } from "./store-cases";
import { truthCases } from "./truth-cases";
import { webCases } from "./web-cases";

export type HostileCase = {
  /** `file name` of the export. */
  of: string;
  kind: keyof typeof longest;
  run: (text: string) => unknown;
};

export const allCases: readonly HostileCase[] = [
  ...casesOf("document", documentCases),
  ...casesOf("document", fileCases),
  ...casesOf("document", webCases),
  ...casesOf("document", truthCases),
  ...casesOf("message", messageCases),
  ...casesOf("question", questionCases),
  ...casesOf("reply", replyCases),
  ...casesOf("passage", passageCases),
  ...casesOf("field", fieldCases),
  ...casesOf("field", apiCases),
  ...casesOf("field", pageCases),
  ...casesOf("field", storeCases),
];

function casesOf(kind: HostileCase["kind"], table: CaseTable): HostileCase[] {
  return Object.entries(table).flatMap(([file, exported]) =>
    Object.entries(exported).map(([name, run]) => ({ of: `${file} ${name}`, kind, run })),
  );
}
