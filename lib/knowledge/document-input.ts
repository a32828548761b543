import { z } from "zod";
import { lineInput, textInput } from "@/lib/text/text-input";

/** Longest values in Unicode code points, and the most documents a bot may have. */
export const documentLimits = { title: 120, content: 200_000, documentsInBot: 2_000 } as const;

/** What is written into a document. Faults: `required`, `too_long`. */
export const documentFields = {
  title: lineInput(documentLimits.title),
  content: textInput(documentLimits.content),
};

export const documentIdInput = z.strictObject({
  botId: z.string("required"),
  documentId: z.string("required"),
});
export type DocumentIdInput = z.output<typeof documentIdInput>;
