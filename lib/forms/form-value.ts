/** What a form's fields hold, by their names; switches as "true" and "false", lists one a line, numbers in one. */
export type FormValues = Record<string, string>;

export type FieldValue = string | number | boolean | null | readonly string[] | readonly number[];

/** A stored value as the form's field holds it. */
export function toFormValue(value: FieldValue): string {
  if (typeof value === "object")
    return value === null ? "" : value.join(typeof value[0] === "number" ? " " : "\n");
  return String(value);
}
