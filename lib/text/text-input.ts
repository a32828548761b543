import { z } from "zod";
import { cleanLine, cleanText } from "./clean-text";
import { countCharacters } from "./count-characters";
import { hasVisibleCharacter } from "./has-visible-character";

/** A line of text from a form: cleaned, with a visible character, `max` code points at most. Faults: `required`, `too_long`. */
export function lineInput(max: number) {
  return textOf(cleanLine, max);
}

/** The same for text of several lines. */
export function textInput(max: number) {
  return textOf(cleanText, max);
}

function textOf(clean: (text: string) => string, max: number) {
  return z
    .string("required")
    .transform(clean)
    .refine(hasVisibleCharacter, { error: "required", abort: true })
    .refine((text) => countCharacters(text) <= max, "too_long");
}
