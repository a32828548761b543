import { requestLimits } from "@/lib/contract/request-fields";
import { cleanLine, countCodePoints, hasVisibleCharacter } from "@/lib/language/clean-text";

const limits = { ...requestLimits.visitor, read: 200 };

export type TraitValue = string | number | boolean;

/** What a page said of its visitor. Nobody checked it. */
export type SaidVisitor = {
  name: string | null;
  email: string | null;
  traits: Record<string, TraitValue>;
};

/** What can be used of a request's `visitor`; null for nothing. Whatever is invalid is left out. */
export function parseVisitor(value: unknown): SaidVisitor | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { name, email, ...others } = Object.fromEntries(Object.entries(value));
  const traits = Object.entries(others)
    .slice(0, limits.read)
    .flatMap(([key, said]): [string, TraitValue][] => {
      const cleanKey = parseText(key, limits.key);
      const cleanValue = parseTrait(said);
      return cleanKey === null || cleanValue === null ? [] : [[cleanKey, cleanValue]];
    })
    .slice(0, limits.traits);
  const said = {
    name: parseText(name, limits.name),
    email: parseEmail(email),
    traits: Object.fromEntries(traits),
  };
  return said.name === null && said.email === null && traits.length === 0 ? null : said;
}

function parseTrait(value: unknown): TraitValue | null {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return parseText(value, limits.value);
}

function parseEmail(value: unknown): string | null {
  const email = parseText(value, limits.email);
  return email !== null && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
}

function parseText(value: unknown, max: number): string | null {
  if (typeof value !== "string" || value.length > 2 * max + 200) return null;
  const text = cleanLine(value);
  return hasVisibleCharacter(text) && countCodePoints(text) <= max ? text : null;
}
