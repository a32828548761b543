import { z } from "zod";
import {
  type BotLook,
  isPixels,
  type LookField,
  type LookName,
  lookFields,
  mapFields,
} from "@/lib/contract/config-fields";
import { countedFault } from "@/lib/field-faults";
import { readLines } from "@/lib/forms/read-lines";
import { readNumbers } from "@/lib/forms/read-numbers";
import { lineInput, textInput } from "@/lib/language/text-input";
import { addressInput } from "./address-input";

/** The longest name in Unicode code points, and the most bots a team may have. */
export const botLimits = { name: 60, botsInTeam: 50 } as const;

export const botNameInput = lineInput(botLimits.name);

type LookInputs = { [Name in LookName]: z.ZodType<BotLook[Name]> };

/** What is taken for each of a bot's looks. Faults: `required`, `too_long`, `invalid…`. */
export const lookInputs = mapFields<LookInputs, LookField>(lookFields, inputOf);

/** The same as a form's fields hold it: switches and lists as text. */
export const lookFormInputs = mapFields<LookInputs, LookField>(lookFields, (field) => {
  if (field.kind === "switch") return z.stringbool("invalid");
  if (field.kind === "lines") return z.string("required").transform(readLines).pipe(linesInput(field));
  if (field.kind === "pixels") return z.string("required").transform(readNumbers).pipe(pixelsInput(field));
  return inputOf(field);
});

function inputOf(field: LookField): LookInputs[LookName] {
  switch (field.kind) {
    case "switch":
      return z.boolean("invalid");
    case "color":
      return z
        .string("required")
        .trim()
        .toLowerCase()
        .regex(/^#[0-9a-f]{6}$/, "invalid_color");
    case "line":
      return lineInput(field.max);
    case "text":
      return textInput(field.max);
    case "image":
      return addressInput(field.max, ["https:"]);
    case "lines":
      return linesInput(field);
    case "choice":
      return z.enum(field.choices, field.fault);
    case "pixels":
      return pixelsInput(field);
  }
}

function pixelsInput(field: { counts: readonly number[]; max: number }) {
  return z.custom<number[]>((value) => isPixels(field, value), "invalid_pixels");
}

function linesInput({ count, max }: { count: number; max: number }) {
  return z
    .array(lineInput(max, "suggestion_too_long"), "invalid")
    .transform((lines) => [...new Set(lines)])
    .refine((lines) => lines.length <= count, {
      error: ({ input }) => countedFault("too_many_suggestions", count, [input].flat().length),
    });
}
