import type { FieldFault } from "@/lib/field-faults";
import { getCatalog } from "./get-catalog";
import type { Locale } from "./locale";

/** The faults of an AppError's fields as sentences. */
export function fieldMessages(locale: Locale, fields: Record<string, FieldFault>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, fault]) => [name, say(locale, fault)]));
}

function say(locale: Locale, given: FieldFault): string {
  const { byField } = getCatalog(locale).errors;
  if ("limit" in given) return byField[given.fault](given.limit, given.present);
  return byField[given.fault];
}
