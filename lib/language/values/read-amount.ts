import { fold } from "@/lib/language/words/fold";
import { numeralClass, parseNumeral } from "./parse-numeral";
import type { Value } from "./value";

/** The number with a unit that begins at `start` of a folded text, in the smaller unit of its kind: 2 公斤 is `2000g`. */
export function readAmount(folded: string, start: number): Value | null {
  pattern.lastIndex = start;
  const match = pattern.exec(folded);
  const unit = units.get(match?.[2] ?? "");
  const value = match?.[1] === undefined ? null : parseNumeral(match[1]);
  if (!match || !unit || value === null) return null;
  const amount = `${Number((value * unit.scale).toFixed(6))}${unit.name}`;
  return { kind: "amount", keys: [amount, String(value)], implied: [], start, end: start + match[0].length };
}

const written: Record<string, [name: string, scale: number]> = {
  "公斤 千克 kg kgs": ["g", 1_000],
  "公克 克 g": ["g", 1],
  "毫克 mg": ["g", 0.001],
  "台斤 斤": ["g", 600],
  "公升 升 l": ["ml", 1_000],
  "毫升 西西 ml cc": ["ml", 1],
  "公尺 米 m": ["cm", 100],
  "公分 厘米 cm": ["cm", 1],
  "公釐 毫米 mm": ["cm", 0.1],
  "公里 km": ["km", 1],
  坪: ["坪", 1],
  "吋 英吋 英寸 inch": ["inch", 1],
  "度 ℃": ["度", 1],
};
const units = new Map(
  Object.entries(written).flatMap(([names, [name, scale]]) =>
    names.split(" ").map((one) => [fold(one), { name, scale }] as const),
  ),
);
/** What units begin with. */
export const amountLetters = [...new Set([...units.keys()].map((name) => name.charAt(0)))].join("");
const anyUnit = [...units.keys()].sort((a, b) => b.length - a.length).join("|");
const pattern = new RegExp(
  `(\\d{1,9}(?:,\\d{3}){0,3}(?:\\.\\d{1,4})?|${numeralClass}{1,7}) ?(${anyUnit})(?![a-z])`,
  "y",
);
