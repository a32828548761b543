import type { FieldFault } from "@/lib/field-faults";
import type { CoreCatalog } from "./catalog/zh-TW/core";

/** The faults of an AppError's fields as sentences. */
export function fieldMessages(
  catalog: CoreCatalog,
  fields: Record<string, FieldFault>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, fault]) => [name, say(catalog, fault)]));
}

function say(catalog: CoreCatalog, given: FieldFault): string {
  const { byField } = catalog.errors;
  if ("limit" in given) return byField[given.fault](given.limit, given.present);
  return byField[given.fault];
}
