import { fold, isCjk } from "./fold";
import { FOLD_FROM } from "./fold-map";

/**
 * A regular expression of PostgreSQL (ARE) that finds a text in stored texts whatever their case, width, accents and
 * Han form, and whatever blanks stand between Chinese characters, as `fold` compares them. What folds to several
 * characters, such as ㈱, is found by itself only. Empty for a text of blanks.
 */
export function foldedPattern(text: string): string {
  let pattern = "";
  let last = 0;
  for (const character of fold(text).trim()) {
    const code = character.charCodeAt(0);
    if (character === " ") pattern += "\\s+";
    else pattern += `${isCjk(last) && isCjk(code) ? "\\s*" : ""}${oneOf(formsOf(character))}`;
    last = code;
  }
  return pattern;
}

function oneOf(characters: readonly string[]): string {
  const escaped = characters.map((one) => (/[\p{L}\p{N}]/u.test(one) ? one : `\\${one}`));
  return escaped.length === 1 ? (escaped[0] ?? "") : `[${escaped.join("")}]`;
}

/** Characters by what they fold to, made when it is needed first. */
let forms: Map<string, string[]> | null = null;

function formsOf(folded: string): string[] {
  forms ??= allForms();
  return [...new Set([folded, ...(forms.get(folded) ?? [])])];
}

/** ASCII, Latin letters with accents, and full-width forms, by their codes. */
const ranges = [
  [0x21, 0x24f],
  [0x1e00, 0x1eff],
  [0xff01, 0xff9f],
] as const;

function allForms(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (character: string) => {
    const folded = fold(character);
    if (folded === character || [...folded].length !== 1) return;
    found.set(folded, [...(found.get(folded) ?? []), character]);
  };
  for (const character of FOLD_FROM) add(character);
  for (const [first, last] of ranges)
    for (let code = first; code <= last; code++) add(String.fromCharCode(code));
  return found;
}
