import { languageOf } from "@/lib/language/language-of";

/** The `lang` of a field by what it begins with; `FieldLanguages` keeps it true while somebody types. */
export function languageOfValue({ value, defaultValue }: { value?: unknown; defaultValue?: unknown }) {
  const text = value ?? defaultValue;
  return typeof text === "string" ? languageOf(text) : undefined;
}
