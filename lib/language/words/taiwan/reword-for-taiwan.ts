import { z } from "zod";
import { type DiffPart, diffTexts } from "@/lib/language/diff-texts";
import { textInput } from "@/lib/language/text-input";
import { createTaiwanConverter } from "./to-taiwan";

const rewordLimits = { text: 5_000 } as const;

export const rewordInput = z.strictObject({ text: textInput(rewordLimits.text) });

/** The text in Traditional characters and Taiwan's words, and how it differs from what it was. */
export function rewordForTaiwan(text: string): { text: string; parts: DiffPart[] } {
  const reworded = createTaiwanConverter("")(text).text;
  return { text: reworded, parts: diffTexts(text, reworded) };
}
