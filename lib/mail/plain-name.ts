import { cleanLine } from "@/lib/language/clean-text";

/**
 * A person's or a team's name for a mail to somebody who may not know them; null for one that could be taken for an
 * address: mail programs make links of those, and strangers choose their names.
 */
export function plainName(name: string): string | null {
  const line = cleanLine(name.slice(0, 200));
  const folded = line.normalize("NFKC");
  const looksLikeAddress = /[@/\\]|[\p{L}\p{N}][.。．][\p{L}\p{N}]|\bwww\b|:\/|\d{7}/iu.test(folded);
  return line === "" || looksLikeAddress ? null : line;
}
