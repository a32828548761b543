import { z } from "zod";
import { documentLimits } from "@/lib/knowledge/documents/document-limits";
import { lineInput, textInput } from "@/lib/language/text-input";

/** What programs put under ids of their own: a document, or a question with its answer, which is one too. */
export type ExternalKind = "document" | "pair";

/** Code points. */
const externalLimits = { id: 200, question: 500, answer: 10_000 } as const;

/**
 * The id that a program gives what it puts, such as a path: any visible text, written in one way (NFC), so that two
 * spellings that look the same are one.
 */
export const externalIdInput = z
  .string("required")
  .max(2 * externalLimits.id, "invalid")
  .transform((id) => id.normalize("NFC"))
  .refine((id) => /^[^\p{Cc}\p{Cs}]{1,200}$/u.test(id) && id.trim() === id, "invalid");

/** Faults: `required`, `too_long`. */
export const putDocumentInput = z.strictObject({
  title: lineInput(documentLimits.title),
  content: textInput(documentLimits.content),
});

/** Faults: `required`, `too_long`. */
export const putPairInput = z.strictObject({
  question: lineInput(externalLimits.question),
  answer: textInput(externalLimits.answer),
});

const marks: Record<ExternalKind, string> = { document: "api:d:", pair: "api:q:" };

/** The id of its row, apart from those that files and pages of the web have. */
export function externalKey(kind: ExternalKind, externalId: string): string {
  return marks[kind] + externalId;
}

/** How the ids of all of a kind begin. */
export function externalMark(kind: ExternalKind): string {
  return marks[kind];
}

/** The kind and id of a row that a program put; null for any other. */
export function readExternalKey(key: string | null): { kind: ExternalKind; externalId: string } | null {
  for (const kind of ["document", "pair"] as const)
    if (key?.startsWith(marks[kind])) return { kind, externalId: key.slice(marks[kind].length) };
  return null;
}
