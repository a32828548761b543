import { z } from "zod";
import { AppError } from "@/lib/errors";
import { type FieldValue, type FormValues, toFormValue } from "./form-value";

/**
 * What the changed fields held when somebody began to edit them; a field that isn't named is written whatever it holds.
 */
export const baseInput = z.record(z.string(), z.string("invalid")).optional();

/**
 * Those of `fields` that differ from what is stored. Throws AppError `conflict` (`edited_elsewhere`) whose `theirs`
 * names each field that was changed meanwhile to something else, with what is stored now.
 */
export function pickChanges<F extends Record<string, FieldValue | undefined>>(
  stored: Record<string, FieldValue>,
  fields: F,
  base: FormValues = {},
): Partial<F> {
  const changes: Partial<F> = { ...fields };
  const theirs: FormValues = {};
  for (const [name, value] of Object.entries(fields)) {
    const now = Object.hasOwn(stored, name) ? toFormValue(stored[name] ?? null) : "";
    const from = Object.hasOwn(base, name) ? base[name] : undefined;
    if (value === undefined || isSame(now, toFormValue(value))) delete changes[name];
    else if (from !== undefined && !isSame(now, from)) theirs[name] = now;
  }
  if (Object.keys(theirs).length === 0) return changes;
  throw new AppError("conflict", "fields changed since they were opened", {
    reason: "edited_elsewhere",
    theirs,
  });
}

/** How many blanks is no difference, a new line is: a form's field may hold them otherwise than they are stored. */
function isSame(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b);
}

function plain(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.split(/\s+/).join(" ").trim())
    .join("\n")
    .trim();
}
