import { numeralClass, parseNumeral } from "@/lib/language/values/parse-numeral";
import { fold } from "@/lib/language/words/fold";
import { keepLast } from "@/lib/language/words/keep-last";

/** What a fee depends on. */
export type Measure = "age" | "height" | "weight" | "count";

/**
 * Somebody's age, height or weight, of whom a question asks whether they pay, or how many of what `counter` counts are
 * bought, of which it asks whether they cost less; and the other things that it names, folded.
 */
export type AskedFee = { measure: Measure; value: number; names: readonly string[]; counter?: string };

/** 「兩歲要收錢嗎」: what is asked of whom; null for other questions. */
export const askedFee = keepLast((question): AskedFee | null => {
  if (question.length > longest) return null;
  const folded = fold(question);
  if (!asksFee.test(folded)) return null;
  for (const { measure, said } of measures) {
    const match = said.exec(folded);
    const value = numberOf(match?.groups?.number ?? "");
    if (!match || value === null) continue;
    const rest = folded.replace(match[0], " ").replace(asksFeeAll, " ").replace(light, " ");
    return { measure, value, names: thingsIn(rest) };
  }
  return null;
});

/**
 * How many are bought, where a question asks whether that costs less, also of what was said before: 「有折扣嗎」 after
 * 「60 盒」.
 */
export function askedDiscount(question: string, before = ""): AskedFee | null {
  const asked = fold(question.slice(0, longest + 1));
  if (asked.length > longest || !asksLess.test(asked)) return null;
  const said = [asked, fold(before.slice(0, longest))].find((each) => counted.test(each));
  const { 0: whole = "", groups } = counted.exec(said ?? "") ?? {};
  const value = numberOf(groups?.number ?? "");
  if (said === undefined || value === null || value < 2) return null;
  const rest = said === asked ? asked : `${asked} ${said}`;
  const names = thingsIn(rest.replace(whole, " ").replace(asksLessAll, " ").replace(buying, " "));
  return { measure: "count", value, names, counter: groups?.counter };
}

/** Whether a question asks for discounts and names nothing else: what only mentions them (「以折扣後的金額計算」) is no answer. */
export function asksOnlyLess(question: string): boolean {
  return onlyLess.test(fold(question.slice(0, longest)));
}

/** Whether a folded text tells how much less something costs. */
export function tellsLess(text: string): boolean {
  return less.test(text);
}

/**
 * Whether a limit or a range of the measure, which a folded text tells, has the value in it; null where it tells none.
 */
export function isWithin(
  text: string,
  { measure, counter, value }: Pick<AskedFee, "measure" | "counter" | "value">,
): boolean | null {
  let told: boolean | null = null;
  for (const { pattern, holds } of (counter ? limitsOfCounter.get(counter) : limitsOf.get(measure)) ?? [])
    for (const { groups } of text.matchAll(pattern)) {
      const [least, most] = [
        numberOf(groups?.least ?? groups?.most ?? ""),
        numberOf(groups?.most ?? groups?.least ?? ""),
      ];
      if (least === null || most === null) continue;
      told ||= holds(value, least, most);
    }
  return told;
}

/** Whether a folded text tells what something costs, or that it costs nothing. */
export function tellsFee(text: string): boolean {
  return fees.test(text);
}

function thingsIn(rest: string): string[] {
  return rest.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}ー]{2,}|[a-z]{3,}/gu) ?? [];
}

function numberOf(written: string): number | null {
  const said = written.trim();
  return koreanNumbers.get(said) ?? (said === "" ? null : parseNumeral(said));
}

/** UTF-16 units. */
const longest = 80;

const koreanNumbers = new Map(
  ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"].map((word, at) => [
    fold(word),
    at + 1,
  ]),
);
const number = `(?:\\d{1,3}|${numeralClass}{1,4}|${[...koreanNumbers.keys()].join("|")})`;
/** 「兩歲半」. */
const half = `(?:${fold("半")})?`;
const units: readonly { measure: Measure; unit: string }[] = [
  { measure: "age", unit: `${fold("歲|歳|足歲")}|살|세|years?[- ]olds?|years? of age|y/?o\\b` },
  { measure: "height", unit: `${fold("公分|センチ")}|cm|센티` },
  { measure: "weight", unit: `${fold("公斤|キロ")}|kg|킬로` },
];
const measures = units.map(({ measure, unit }) => ({
  measure,
  said: new RegExp(`(?<number>${number})\\s?-?(?:${unit})${half}?`, "u"),
}));

const counters = fold("個盒件本張瓶包組條套人位罐杯箱入台枝朵顆份雙斤");
const counted = new RegExp(
  `(?<!\\d|${numeralClass})(?<number>\\d{1,4}|${numeralClass}{1,4})\\s?(?<counter>[${counters}])`,
  "u",
);
const asksLessForm = `(?:${fold(
  "可不可以|可以|能不能|會不會|有沒有|有|會|能|還",
)})?(?:${fold("再|比較|算")})?(?:${fold("打幾折|幾折|打折|折扣|優惠|特價|便宜一點|便宜|折價|算折|折")})|\\bdiscounts?\\b|\\bcheaper\\b|${fold("割引|安くな")}|할인`;
const asksLess = new RegExp(asksLessForm, "u");
const asksLessAll = new RegExp(asksLessForm, "gu");
/** What only tells that somebody buys. */
const buying = new RegExp(
  `${fold("請問一下|請問|想問|想要|我要|我想|如果|一次|大概|總共|大量|訂購|購買|的話|那麼|多少|什麼|哪些")}|[${fold("我你您的是在有呢嗎嘛啊吧喔要會了也還那買訂拿嗎")}]|\\b(?:is|are|there|a|an|any|do|does|i|we|you|for|if|buy|order|want|get|on|the)\\b`,
  "gu",
);
const onlyLess = new RegExp(
  `^(?:${fold("請問|想問|那|你們|現在|目前|最近")}){0,3}(?:${fold("有沒有|會不會|可不可以|能不能|有|會|可以|能")})(?:${fold("打折|打個折|折扣|再?(?:算)?便宜一?點")})(?:${fold("嗎|呢")})?[?？!。~\\s]{0,4}$`,
  "u",
);
const less = new RegExp(
  `(?:\\d{1,2}|${numeralClass}{1,2})\\s?${fold("折")}|\\d\\s?[%％]|${fold("優惠價|特價|每.{0,4}(?:減|折)|便宜|半價|折價券|優惠券|送\\d|割引")}|\\boff\\b|할인`,
  "u",
);
const asksFeeForm = `(?:${fold("需不需要|需要|要不要|會不會|是不是|是否|用不用|會|要|用|得|有沒有|有")})?(?:${fold("再|另外|另|額外|多")})?(?:${fold(
  "收費|收錢|收門票|付費|付錢|花錢|加錢|加價|加收|加費|買票|購票|買門票|門票|入場費|票價|算錢|算人頭|免費|免票|不用錢|不用買票|半票|半價|多少錢|要錢|要票|收不收錢|錢|費用",
)})|\\b(?:free|charged?|pay|tickets?|fees?|cost|price)\\b|${fold("無料|有料|料金|お金|入場料|チケット")}|무료|유료|요금|돈|입장료|입장권`;
const asksFee = new RegExp(asksFeeForm, "u");
const asksFeeAll = new RegExp(asksFeeForm, "gu");

/** Whoever is meant, and what only asks. */
const light = new RegExp(
  `${fold(
    "請問一下|請問|想請問|想問|小孩子|小孩|小朋友|孩子|兒童|女兒|兒子|寶寶|嬰兒|幼兒|弟弟|妹妹|孫子|孫女|大人|老人家|老人|長輩|爸爸|媽媽|爺爺|奶奶|學生|身高|體重|年紀|年齡|今年|已經|才|剛滿|我家|我們|你們|這樣|的話|進場|入場|進去|入園|進來|也要|還要|還是|可以|就",
  )}|[${fold("我你您他她的是在有呢嗎嘛啊吧喔要會了也還那個跟和搭坐騎玩")}]|\\b(?:is|are|it|for|do|does|a|an|my|the|i|you|we|have|to|need|kids?|child(?:ren)?|son|daughter|baby|toddler|how|much|what|and|of)\\b|${fold("子供|こども|ですか|ますか|かかり|必要|いくら")}|아이|은|는|인가요|예요|이에요|나요|얼마`,
  "gu",
);

const fees = new RegExp(
  `${fold("免費|免票|免收|不收|不用錢|不用買票|半票|半價|優待|加收|酌收|收費|計費|元|塊|折|全票|票價|無料|円")}|\\$|\\bfree\\b|\\bhalf price\\b|\\bpay\\b|무료|\\d원`,
  "u",
);

type Limit = { pattern: RegExp; holds: (value: number, least: number, most: number) => boolean };

const limitsOf = new Map(units.map(({ measure, unit }) => [measure, limitsIn(measure, unit)]));
const limitsOfCounter = new Map([...counters].map((counter) => [counter, limitsIn("count", counter)]));

function limitsIn(measure: Measure, unit: string): readonly Limit[] {
  const isAge = measure === "age";
  const of = `\\s?-?(?:${unit}${isAge ? "|years?" : ""})`;
  // English says 「under 3」 of children.
  const maybeOf = isAge ? `(?:${of})?` : of;
  const aged = isAge ? "(?:the age of |aged? )?" : "";
  const [least, most] = [`(?<least>${number})`, `(?<most>${number})`];
  const included = `\\s?\\(?(?:${fold("含")})?\\)?\\s?(?:${fold("及")})?`;
  const below: Limit["holds"] = (value, _, to) => value < to;
  const upTo: Limit["holds"] = (value, _, to) => value <= to;
  const from: Limit["holds"] = (value, least) => value >= least;
  const between: Limit["holds"] = (value, least, to) => value >= least && value <= to;
  const forms: [form: string, holds: Limit["holds"]][] = [
    [`${least}(?:${of})?\\s?(?:[~～–—-]|${fold("到|至|から")}|to )\\s?${most}${of}`, between],
    [`\\bage[sd]? ${least}(?:\\s?[–-]\\s?| to )${most}\\b`, between],
    [`(?:${fold("未滿|不滿|不到|小於|低於")})\\s?${most}${of}`, below],
    [`\\b(?:under|below|younger than|less than) ${aged}${most}${maybeOf}`, below],
    [`${most}${of}\\s?(?:${fold("未滿")}|미만)`, below],
    [`${most}${of}${included}(?:${fold("以下|以內|以前|內")}|이하)`, upTo],
    [`${most}${maybeOf} (?:and|or) (?:under|younger|below)\\b`, upTo],
    [
      `(?<![${fold("未不")}])(?:${fold("滿|超過|高於")})\\s?${least}${of}(?!${included}${fold("以下")})`,
      from,
    ],
    [`\\bover ${aged}${least}${maybeOf}`, from],
    [`${least}${of}${included}(?:${fold("以上|起")}|이상)`, from],
    [`${least}${maybeOf} (?:and|or) (?:over|older|above|up)\\b`, from],
  ];
  return forms.map(([form, holds]) => ({ pattern: new RegExp(form, "gu"), holds }));
}
