import { fold } from "./fold";

/**
 * The numbers a text states: digits (1,000 and １０００ are 1000), and Chinese numerals of two characters or before a
 * measure word. A lone 「一」 is no number: 「一個」 states none.
 */
export function readNumbers(text: string): Set<string> {
  const folded = fold(text);
  const numbers = new Set<string>();
  for (const [digits] of folded.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)) {
    numbers.add(String(Number(digits.replaceAll(",", ""))));
  }
  for (const [, numeral = ""] of folded.matchAll(numerals)) {
    const value = parseNumeral(numeral);
    if (value !== null && value !== 1) numbers.add(String(value));
  }
  return numbers;
}

const digitOf = new Map([..."〇一二三四五六七八九"].map((character, value) => [character, value]));
digitOf.set("零", 0).set("两", 2);
const unitOf = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1_000],
  ["万", 10_000],
]);
const anyNumeral = `[${[...digitOf.keys(), ...unitOf.keys()].join("")}]`;
const measures = fold("天日週月年個小時分鐘秒元塊折件樓號歲次倍成包盒罐瓶組人位公斤克點張杯種項");
const numerals = new RegExp(`(${anyNumeral}{2,}|${anyNumeral}(?=[${measures}]))`, "gu");

function parseNumeral(numeral: string): number | null {
  const characters = [...numeral];
  if (!characters.some((character) => unitOf.has(character)))
    return Number(characters.map((character) => digitOf.get(character)).join(""));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of characters) {
    const unit = unitOf.get(character);
    if (unit === undefined) {
      digit = digitOf.get(character) ?? 0;
    } else if (unit === 10_000) {
      total += (section + (digit ?? 0)) * unit;
      section = 0;
      digit = null;
    } else {
      section += (digit ?? 1) * unit;
      digit = null;
    }
  }
  const value = total + section + (digit ?? 0);
  return Number.isFinite(value) ? value : null;
}
