import { numeralClass } from "@/lib/language/values/parse-numeral";
import { fold } from "@/lib/language/words/fold";

/**
 * Whether what is said has a limit of the kind that a question names a number of: 「滿 5 歲」 for 「4 歲可以玩嗎」. That
 * number stands nowhere, and needs not to.
 */
export function meetsLimit(question: string, said: string): boolean {
  const asked = fold(question.slice(0, longestQuestion));
  if (!asksWhether.test(asked)) return false;
  const kind = kinds.find(({ number }) => number.test(asked));
  return kind?.limit.test(fold(said.slice(0, longestSaid))) ?? false;
}

/** UTF-16 units. */
const longestQuestion = 400;
const longestSaid = 1_000;
const asksWhether = new RegExp(`[${fold("嗎嘛")}]|${fold("可以|能不能|可不可以|要不要|算")}`, "u");
const kinds = ["歲", "公分|cm", "公斤|kg", "個月", "人|位"].map((names) => {
  const unit = `(?:${fold(names)})`;
  const number = `(?:\\d{1,4}|${numeralClass}{1,4})\\s?`;
  const before = fold("未滿|不滿|滿|不到|超過|至少|最少|最多|上限|限");
  return {
    number: new RegExp(`${number}${unit}`, "u"),
    limit: new RegExp(
      `(?:${before})\\s?${number}${unit}|${number}(?:[~～–—-]\\s?${number})?${unit}\\s?\\(?(?:${fold("含")})?\\)?(?:${fold("以上|以下|以內|以前|內|起")})|${number}[~～–—-]\\s?${number}${unit}`,
      "u",
    ),
  };
});
