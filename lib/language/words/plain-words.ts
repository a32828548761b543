import { fold } from "./fold";

/** A message in its folded form with nothing but letters, digits and single spaces. */
export function plainWords(message: string): string {
  return fold(message)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
