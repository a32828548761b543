import type { CaseTable } from "./case-table";
import { documentCases } from "./document-cases";
import { fieldCases } from "./field-cases";
import { messageCases, questionCases } from "./message-cases";
import { replyCases } from "./reply-cases";

export type HostileCase = {
  /** `file name` of the export. */
  of: string;
  kind: keyof typeof longest;
  run: (text: string) => unknown;
};

/** The longest texts that reach each kind of reader, in UTF-16 units: a document, a body of 64 KiB, a question with three before it, a model's reply, Node's headers. */
export const longest = {
  document: 200_000,
  message: 64_000,
  question: 1_200,
  reply: 16_000,
  field: 16_000,
} as const;

export const allCases: readonly HostileCase[] = [
  ...casesOf("document", documentCases),
  ...casesOf("message", messageCases),
  ...casesOf("question", questionCases),
  ...casesOf("reply", replyCases),
  ...casesOf("field", fieldCases),
];

function casesOf(kind: HostileCase["kind"], table: CaseTable): HostileCase[] {
  return Object.entries(table).flatMap(([file, exported]) =>
    Object.entries(exported).map(([name, run]) => ({ of: `${file} ${name}`, kind, run })),
  );
}
