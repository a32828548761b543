import { fold } from "@/lib/language/words/fold";

/**
 * What documents would have to say for a question that asks to compare or to add up, in the folded form: 「最贵」 of
 * 「最貴的是哪一款」, "" where nothing but the sum itself would do. Null for every other question. What is found at an end of a
 * scale (「最晚幾點」, 「最少買幾盒」) is quoted like other facts.
 */
export function readComparison(question: string): string | null {
  const said = fold(question.slice(0, longest)).replace(/\s+/gu, " ");
  for (const form of forms) {
    const match = form.exec(said);
    if (match) return match.groups?.key ?? "";
  }
  return null;
}

/** UTF-16 units: a message is no longer. */
const longest = 1_200;

const which = fold("哪|什麼|甚麼|誰|多少錢|幾元|嗎|呢");
const grade = fold(
  "貴|便宜|划算|省錢|省|大|小|甜|苦|濃|淡|重|輕|長|短|高|低|多|少|快|慢|好喝|好吃|好用|好|強|弱|熱門|受歡迎|暢銷|舒服|安靜|遠|新|舊|有名|漂亮|耐用|厚|薄|辣|酸",
);
const count = `(?:\\d{1,4}|[${fold("一二兩三四五六七八九十半幾")}]{1,3})\\s*[${fold("個盒包罐瓶份組件杯張位人隻條本顆斤箱袋碗片套雙支枝台次堂晚間間")}]`;
const forms = [
  new RegExp(`(?<key>${fold("最")}(?:${grade}))(?!${fold("近|後|晚|早|遲")}).{0,12}(?:${which})`, "u"),
  new RegExp(`(?:${fold("哪|什麼|誰")}).{0,10}(?<key>${fold("最")}(?:${grade}))`, "u"),
  new RegExp(`^.{0,8}(?<key>${fold("最")}(?:${fold("貴|便宜|划算|熱門|暢銷|受歡迎")}))`, "u"),
  new RegExp(
    `(?:${fold("哪(?:一)?(?:個|款|種|間|家|台|支|件|組|方案|邊)|誰|哪")})(?:${fold("會|的")})?.{0,4}(?<key>(?:${fold("比較|較|更")})(?:${grade}))`,
    "u",
  ),
  new RegExp(`(?<key>(?:${fold("比較|較")})(?:${grade})).{0,4}(?:${fold("哪|誰")})`, "u"),
  new RegExp(
    `(?:${fold("跟|和|與|比")}).{1,14}(?:${fold("差多少|差幾|相差|貴多少|便宜多少|多多少|差在哪|差別|有什麼不同|有何不同|有什麼不一樣|哪裡不一樣|哪裡不同|有差嗎|哪個好|哪個比較|誰比較|比哪個|哪個划算")})`,
    "u",
  ),
  new RegExp(
    `${count}.{0,14}(?:${fold("加上|加|和|跟|還有|與|以及|再加")}|\\+|[,、]).{0,14}(?:${fold("多少|總共|一共|共")})`,
    "u",
  ),
  new RegExp(
    `\\S\\S${fold("加")}(?:${fold("上")})?\\p{Script=Han}{2,8}(?:${fold("要|總共|一共|共")})${fold("多少")}`,
    "u",
  ),
  new RegExp(`(?:${fold("總共|一共|合計|加起來|全部買|都買|全買")}).{0,8}(?:${fold("多少|幾元|幾塊")})`, "u"),
  /\b(?<key>(?:most|least) \w+|cheapest|priciest|largest|biggest|smallest|strongest|lightest|heaviest|sweetest|best|highest|lowest|longest|shortest)\b.{0,30}(?:\?|$)|\bwhich\b.{0,30}\b(?:cheaper|better|bigger|stronger|sweeter|lighter|more \w+|less \w+)\b|\b(?:in total|altogether|add up to|all together)\b/u,
  new RegExp(
    fold(
      "(?:一番|いちばん|最も).{0,16}(?:どれ|どの|何|は|ですか)|どちらが|どっちが|合計(?:で|は)|全部で.{0,8}いくら|あわせて|合わせて",
    ),
    "u",
  ),
];
