import { getCatalog } from "./get-catalog";
import type { Locale } from "./locale";

/**
 * The faults of an AppError's fields as sentences; a fault without words of its own is shown as a general one. A fault may
 * bring numbers, e.g. `too_long:80:95` for 95 characters where 80 fit.
 */
export function fieldMessages(locale: Locale, fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, fault]) => [name, say(locale, fault)]));
}

function say(locale: Locale, fault: string): string {
  const { byField } = getCatalog(locale).errors;
  const words: Record<string, string | ((limit: number, present: number) => string)> = byField;
  const [key = "", limit, present] = fault.split(":");
  const word = Object.hasOwn(words, key) ? words[key] : undefined;
  if (typeof word === "function") return word(Number(limit), Number(present));
  return word ?? byField.invalid;
}
