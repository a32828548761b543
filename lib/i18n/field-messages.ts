import { getCatalog } from "./get-catalog";
import type { Locale } from "./locale";

/** The faults of an AppError's fields as sentences; a fault without words of its own is shown as a general one. */
export function fieldMessages(locale: Locale, fields: Record<string, string>): Record<string, string> {
  const { byField } = getCatalog(locale).errors;
  const words: Record<string, string> = byField;
  return Object.fromEntries(
    Object.entries(fields).map(([name, fault]) => [
      name,
      (Object.hasOwn(words, fault) ? words[fault] : undefined) ?? byField.invalid,
    ]),
  );
}
