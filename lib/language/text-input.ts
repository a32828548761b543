import { z } from "zod";
import type { CountedFault } from "@/lib/field-faults";
import { cleanLine, cleanText, countCodePoints, hasVisibleCharacter } from "./clean-text";
import { lengthFault } from "./length-fault";

/**
 * One line of text from a form, as `cleanLine` leaves it, with a visible character, at most `max` code points. Faults:
 * `required`, and `tooLong` with the limit and the present length.
 */
export function lineInput(max: number, tooLong: CountedFault = "too_long") {
  return input(cleanLine, max, tooLong);
}

/** The same for text of several lines: cleaned, its line ends `\n`. */
export function textInput(max: number) {
  return input((text) => cleanText(text).replace(/\r\n?/g, "\n"), max);
}

function input(clean: (text: string) => string, max: number, tooLong: CountedFault = "too_long") {
  return z
    .string("required")
    .max(2 * max + blanksAround, { error: ({ input }) => lengthFault(tooLong, max, input) })
    .transform(clean)
    .refine(hasVisibleCharacter, { error: "required", abort: true })
    .refine((text) => countCodePoints(text) <= max, {
      error: ({ input }) => lengthFault(tooLong, max, input),
    });
}

/** UTF-16 units of white space that a text may have too much; what is longer isn't read any further. */
const blanksAround = 1_000;
