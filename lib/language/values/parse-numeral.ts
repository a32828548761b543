import { fold } from "@/lib/language/words/fold";

/** Chinese digits and units, folded. */
export const numeralCharacters = fold("〇零一二兩三四五六七八九十百千萬");
export const numeralClass = `[${numeralCharacters}]`;

/**
 * What a folded Chinese numeral or digits with units say: 「一千二」 is 1200, 「二〇二五」 2025, 「1,200」 1200, 「1.2千」 1200, 「3萬5」
 * 35000.
 * Null for what is no numeral.
 */
export function parseNumeral(numeral: string): number | null {
  const mixed = mixedPattern.exec(numeral);
  if (mixed) {
    const [, digits = "", unit = "", tail = "", tailUnit = ""] = mixed;
    const scale = unitOf.get(unit) ?? 1;
    const rest =
      Number(tail) * (tailUnit ? (unitOf.get(tailUnit) ?? 1) : tail.length === 1 && unit ? scale / 10 : 1);
    return rounded(Number(digits.replaceAll(",", "")) * scale + rest);
  }
  const characters = [...numeral];
  if (characters.length === 0 || !characters.every((one) => digitOf.has(one) || unitOf.has(one))) return null;
  if (!characters.some((one) => unitOf.has(one))) {
    return Number(characters.map((one) => digitOf.get(one)).join(""));
  }
  return parseChinese(characters);
}

const digitOf = new Map([..."〇一二三四五六七八九"].map((character, value) => [character, value]));
digitOf.set("零", 0).set("两", 2);
const unitOf = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1_000],
  ["k", 1_000],
  ["万", 10_000],
]);
const mixedPattern = /^(\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,6})?)(?: ?([百千万k])(?:(\d{1,4})([百千]?))?)?$/;

function parseChinese(characters: readonly string[]): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let last = 1;
  for (const character of characters) {
    const unit = unitOf.get(character);
    if (unit === undefined) {
      digit = digitOf.get(character) ?? 0;
      if (digit === 0) last = 1;
      continue;
    }
    if (unit === 10_000) {
      total += (section + (digit ?? (section === 0 ? 1 : 0))) * unit;
      section = 0;
    } else section += (digit ?? 1) * unit;
    digit = null;
    last = unit;
  }
  const value = total + section + (digit ?? 0) * (last >= 100 ? last / 10 : 1);
  return Number.isFinite(value) ? value : null;
}

function rounded(value: number): number {
  return Number(value.toFixed(6));
}
