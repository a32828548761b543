import { z } from "zod";
import { countedFault } from "@/lib/field-faults";
import { cleanText, countCodePoints, dropDirections } from "@/lib/language/clean-text";
import { lengthFault } from "@/lib/language/length-fault";
import { readWordingLines } from "@/lib/language/words/read-wording-lines";

/** In code points, lines, words of a line, code points of a word. */
const limits = { text: 4_000, lines: 100, words: 10, shortest: 2, longest: 30 };

/**
 * What the owner's visitors and documents call the same, a group a line; "" for none. Faults: `too_long`,
 * `too_many_wordings`, and with the number of the line `lone_wording`, `too_many_in_line` and `wording_length`.
 */
export const wordingsInput = z
  .string("required")
  .max(2 * limits.text + 1_000, { error: ({ input }) => lengthFault("too_long", limits.text, input) })
  .transform((text) => cleanText(dropDirections(text).replace(/\r\n?/g, "\n")))
  .refine((text) => countCodePoints(text) <= limits.text, {
    error: ({ input }) => lengthFault("too_long", limits.text, input),
    abort: true,
  })
  .superRefine((text, context) => {
    const message = faultOf(text);
    if (message !== null) context.addIssue({ code: "custom", message });
  });

function faultOf(text: string): string | null {
  const lines = readWordingLines(text);
  if (lines.length > limits.lines) return countedFault("too_many_wordings", limits.lines, lines.length);
  for (const { line, words } of lines) {
    if (words.length < 2) return countedFault("lone_wording", 2, line);
    if (words.length > limits.words) return countedFault("too_many_in_line", limits.words, line);
    if (words.some((word) => !isWithin(countCodePoints(word))))
      return countedFault("wording_length", limits.longest, line);
  }
  return null;
}

function isWithin(length: number): boolean {
  return length >= limits.shortest && length <= limits.longest;
}
