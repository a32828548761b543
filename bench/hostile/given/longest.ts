import { MAX_LENGTH } from "@/lib/knowledge/chunk/bound-passages";

/**
 * The longest texts that reach each kind of reader, in UTF-16 units: a document, a body of 64 KiB, a question with
 * three before it, a model's reply, Node's headers, a passage of a document.
 */
export const longest = {
  document: 200_000,
  message: 64_000,
  question: 1_200,
  reply: 16_000,
  field: 16_000,
  passage: MAX_LENGTH,
} as const;

/** UTF-16 units: what the reader of a model's reply takes for one sentence at most. */
export const longestSentence = 1_100;
