const plain = [
  "required",
  "invalid",
  "invalid_email",
  "invalid_color",
  "invalid_url",
  "invalid_position",
  "invalid_choice",
  "invalid_hours",
  "invalid_pixels",
  "wrong_password",
  "same_password",
  "weak_password",
  "mismatch",
  "unknown",
] as const;
const counted = [
  "too_short",
  "too_long",
  "too_many_suggestions",
  "suggestion_too_long",
  "too_many_wordings",
  "lone_wording",
  "too_many_in_line",
  "wording_length",
  "invalid_special_day",
] as const;

export type PlainFault = (typeof plain)[number];
export type CountedFault = (typeof counted)[number];

/**
 * What is wrong with a field; a counted one says how much may be there and how much is, e.g. 80 and 95 characters,
 * or in which line.
 */
export type FieldFault = { fault: PlainFault } | { fault: CountedFault; limit: number; present: number };

/** A counted fault as the message of a zod issue, which is a string: `too_long:80:95`. */
export function countedFault(fault: CountedFault, limit: number, present: number): string {
  return `${fault}:${limit}:${present}`;
}

/** The fault that a zod issue's message names; `invalid` for a message of zod's own. */
export function readFault(message: string): FieldFault {
  const [name, limit, present] = message.split(":");
  const known = plain.find((fault) => fault === message);
  if (known) return { fault: known };
  const withNumbers = counted.find((fault) => fault === name);
  if (!withNumbers || limit === undefined || present === undefined) return { fault: "invalid" };
  return { fault: withNumbers, limit: Number(limit), present: Number(present) };
}
