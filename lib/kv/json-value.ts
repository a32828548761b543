/**
 * Values travel as one JSON object in one field. The client parses whatever looks like JSON in a reply, which turns the
 * text `123` into a number and mangles long digit strings; a JSON object comes back as it went in.
 */
const field = "json";

/** The fields of a stream entry, or of a hash, that holds `value`. */
export function toJsonField(value: object): Record<string, string> {
  return { [field]: JSON.stringify(value) };
}

export type JsonEntry = { id: string; value: unknown };

/** The entries of an XRANGE or XREVRANGE reply, in its order. What they hold is to be checked by the reader. */
export function readJsonEntries(reply: Record<string, Record<string, unknown>>): JsonEntry[] {
  return Object.entries(reply).map(([id, fields]) => ({ id, value: fields[field] }));
}
