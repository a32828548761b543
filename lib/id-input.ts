import { z } from "zod";

const pattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A UUID as this product writes them, in lower case; anything else would be a type error in PostgreSQL. */
export const idInput = z.string().regex(pattern);

export function isId(text: string): boolean {
  return pattern.test(text);
}
