import { z } from "zod";
import { lineInput, textInput } from "@/lib/language/text-input";
import { documentLimits } from "./document-limits";

/** What is written into a document. Faults: `required`, `too_long`. */
export const documentFields = {
  title: lineInput(documentLimits.title),
  content: textInput(documentLimits.content),
};

export const documentIdInput = z.strictObject({
  botId: z.string("required"),
  documentId: z.string("required"),
});
/** Of a version, as the database holds it; also as a form or an address writes it. */
export const versionNumberInput = z.coerce
  .number("invalid")
  .int("invalid")
  .min(1, "invalid")
  .max(2_147_483_647, "invalid");

export type DocumentIdInput = z.output<typeof documentIdInput>;
