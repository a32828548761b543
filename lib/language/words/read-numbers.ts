import { numeralClass, parseNumeral } from "@/lib/language/values/parse-numeral";
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

const measures = fold("天日週月年個小時分鐘秒元塊折件樓號歲次倍成包盒罐瓶組人位公斤克點張杯種項");
const numerals = new RegExp(`(${numeralClass}{2,}|${numeralClass}(?=[${measures}]))`, "gu");
