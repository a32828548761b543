import { fold } from "@/lib/language/words/fold";

/** What every place has one of, and writes without a word for it: a line that is an address. */
export type ValueKind = "address" | "phone" | "email" | "hours";

/** The values that a question asks for, and the day or the part of it (「禮拜三」, 「下午」) whose hours those are. */
export type AskedValues = { kinds: readonly ValueKind[]; day: string; part: string };

/**
 * What of its own values a place is asked for, where a question names nothing else: 「地址跟電話」, 「假日開到幾點」, "when do you
 * close"; null for other questions.
 */
export function askedValues(question: string): AskedValues | null {
  if (question.length > longest) return null;
  let rest = fold(question).replace(/[^\p{L}\p{N}]+/gu, " ");
  const kinds: ValueKind[] = [];
  for (const { kind, asks } of asked) {
    const left = rest.replace(asks, " ");
    if (left !== rest) kinds.push(kind);
    rest = left;
  }
  if (kinds.length === 0) return null;
  const day = days.exec(rest)?.[0] ?? "";
  const part = parts.exec(rest.replace(day, " "))?.[0] ?? "";
  const left = rest.replace(day, " ").replace(part, " ").replace(light, " ").trim();
  const isTimed = kinds.includes("hours") || (day === "" && part === "");
  return left === "" && isTimed ? { kinds, day, part } : null;
}

/** UTF-16 units. */
const longest = 60;

const asked: readonly { kind: ValueKind; asks: RegExp }[] = [
  {
    kind: "email",
    asks: new RegExp(
      `\\be ?mails?\\b|\\bmail address\\b|${fold("電子郵件|電子信箱|信箱")}|${fold("メール")}(?:${fold("アドレス")})?|이메일`,
      "gu",
    ),
  },
  {
    kind: "hours",
    asks: new RegExp(
      `(?:${fold("最晚|最早|會|都|有")}){0,3}(?:${fold("開門|開店|開|營業|看診|上班")})?(?:${fold("到|至")})?${fold("幾點")}(?:${fold("才|就|會|要")})?(?:${fold("關門|打烊|關|休息|開門|開店|開始營業|開|營業|上班|下班|結束")})?|${fold(
        "開到多晚|開到什麼時候",
      )}|(?:${fold("營業|開放|服務|上班|門診|看診|開店")})${fold("時間")}|${fold("有沒有開|有營業|有開門|有開|開嗎")}|\\b(?:opening|business|store|shop) hours\\b|\\bhours\\b|\\b(?:when|what time) (?:do|are|does|r) (?:you|u|they|it|the shop) (?:open|close)\\b|\\bhow late (?:are|r) (?:you|u) open\\b|${fold("営業時間|何時まで|何時から")}|영업 ?시간`,
      "gu",
    ),
  },
  {
    kind: "phone",
    asks: new RegExp(
      `(?:${fold("聯絡|客服|門市|店家")})?${fold("電話")}(?:${fold("號碼")})?|\\b(?:tele)?phone(?: number)?\\b|\\btel\\b|${fold("電話番号")}|전화 ?번호`,
      "gu",
    ),
  },
  {
    kind: "address",
    asks: new RegExp(
      `${fold("地址|住址|店址|位置|在哪裡|在哪邊|在哪|哪裡")}|\\baddress\\b|\\bwhere (?:are|r) (?:you|u)\\b|\\blocation\\b|${fold("住所|場所")}|주소`,
      "gu",
    ),
  },
];

const days = new RegExp(
  `(?:${fold("禮拜|星期|週|周")})[${fold("一二三四五六日天")}]|${fold("平日|假日|週末|周末")}|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b|\\bweekends?\\b`,
  "u",
);
const parts = new RegExp(fold("早上|上午|中午|下午|晚上"), "u");
const light = new RegExp(
  `${fold(
    "請問一下|請問|想請問|想問一下|想問|不好意思|你好|你們|貴店|店裡|門市|店面|實體店|本店|店家|公司|診所|教室|工作室|給我|告訴我|跟我說|多少|幾號|什麼|還有|以及|一下|謝謝|今天|明天|現在|的話",
  )}|[${fold("我你您他的是在有呢嗎嘛啊阿吧喔哦呀捏跟和與及要會店那")}]|\\b(?:what|whats|s|is|are|your|the|n|and|u|you|do|does|pls|please|can|i|have|give|me|of|on|a|shop|store|r|there|it)\\b|${fold("ですか|ください|教えて")}|[はのを]`,
  "gu",
);
