import { brandGroups } from "@/lib/knowledge/query/brand-groups";
import { readGroups } from "@/lib/knowledge/query/read-groups";
import { Wordings } from "@/lib/knowledge/query/wordings";
import { forEachTerm } from "@/lib/language/words/tokens";

/** The names that one thing goes by, folded: 「7-ELEVEN」 and 「統一超商」. */
export const sameNames = new Wordings(readGroups(brandGroups));

/**
 * Whether the documents have a thing by another of its names.
 * @param known of what was looked for, whether they have it
 */
export function isNamedElse(name: string, known: ReadonlyMap<number, boolean>): boolean {
  return [...sameNames.othersOf(name)].some((other) => isHeld(other, known));
}

/** Whether the documents have a thing by this name or another. */
export function isNamed(name: string, known: ReadonlyMap<number, boolean>): boolean {
  return isHeld(name, known) || isNamedElse(name, known);
}

function isHeld(name: string, known: ReadonlyMap<number, boolean>): boolean {
  let isHeld = true;
  forEachTerm(name, (term) => {
    isHeld &&= known.get(term) === true;
  });
  return isHeld;
}
