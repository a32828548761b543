import { z } from "zod";

/** One plain address such as `a@example.com`: no name, no list, no comment, no line end, at most 254 characters. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && z.email().safeParse(text).success;
}
