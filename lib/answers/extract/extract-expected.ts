/** What a sentence must hold to answer a question for a number, a date or a person; null for other questions. */
export function expectedForm(question: string): RegExp | null {
  const asked = readable(question);
  if (asksWhen.test(asked)) return saysWhen;
  return formOfCount(asked) ?? forms.find(({ asks }) => asks.test(asked))?.answer ?? null;
}

/** The same where the question names what is counted or measured, 「幾次」 or 「多久」; null for others. */
export function countedForm(question: string): RegExp | null {
  const asked = readable(question);
  return asksWhen.test(asked) ? null : formOfCount(asked);
}

/** Blanks between two Han characters go; only so much is read. */
function readable(question: string): string {
  return question
    .slice(0, longest)
    .normalize("NFKC")
    .replace(/(?<=[\u3040-\u9fff])\s+(?=[\u3040-\u9fff])/gu, "");
}

/** UTF-16 units: to put a run of marks into its order takes the square of its length. */
const longest = 1_000;

function formOfCount(asked: string): RegExp | null {
  if (asksHowLong.test(asked)) return saysHowLong;
  return saysCount.get(asksCount.exec(asked)?.groups?.counter ?? "") ?? null;
}

const asksWhen =
  /何時|何时|哪一?年|哪一?天|幾月|几月|什麼時候|什么时候|甚麼時候|何年|何月|何日|いつ|언제|몇 ?시|幾點|几点|\bwhen\b|\b(?:what|which) (?:year|date|day|month|time|century|decade)\b/iu;
const saysWhen =
  /[\d０-９〇一二三四五六七八九十]\s*[年月日號号點点時时]|[週周]|星期|曜|世紀|世纪|\b1\d{3}\b|\b20\d\d\b|\d[:：]\d\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|century|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/iu;

const number =
  "(?:[\\d〇一二三四五六七八九十百千萬万兩两半幾几數数]|\\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten)\\b)";
const units =
  "(?:秒|分(?!之|店)|小[時时]|時間|[鐘钟][頭头]?|天|日|[週周]|星期|[禮礼]拜|[個个]?月|年|초|분|시간|일|주|개월|년|(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\\b)";
const asksHowLong = new RegExp(
  `多久|多[長长][時时][間间]|[幾几][個个]?${units}|どのくらいの時間|何(?:秒|分|時間|日間|週間|[ヶか]月|年間)|얼마나 (?:오래|걸)|며칠|몇 ?${units}|\\bhow long\\b`,
  "iu",
);
const saysHowLong = new RegExp(
  `${number} ?(?:[個个] ?)?(?:工作 ?)?${units}|[當当隔同次][天日]|立即|即時|終身|永久`,
  "iu",
);

/** Of what how many is asked; those in one group stand for each other. */
const counters = [
  ...[
    "次回趟",
    "張张",
    "位人名",
    "件",
    "款種种",
    "度",
    "顆颗",
    "杯",
    "包",
    "盒",
    "罐",
    "瓶",
    "台臺",
    "層层樓楼",
  ],
  ...[
    "坪",
    "堂節节",
    "班",
    "頁页",
    "本",
    "支枝",
    "條条",
    "雙双",
    "套",
    "組组",
    "份",
    "片",
    "碗",
    "桶",
    "箱",
    "期",
    "歲岁",
  ],
];
const asksCount = new RegExp(`(?:[幾几]|多少) ?[個个]?(?<counter>[${counters.join("")}])`, "u");
const saysCount = new Map(
  counters.flatMap((group) => {
    const form = new RegExp(`${number} ?[個个]?[${group}]`, "u");
    return [...group].map((counter) => [counter, form] as const);
  }),
);

const forms = [
  {
    asks: /多少|幾|几|多長|多高|多大|多遠|何人|何個|何種類|何[%％歳回本年度台名]|いくつ|いくら|どのくらい|どれくらい|얼마|몇|\bhow (?:many|much|old|far|tall|high|large|big|often)\b|\bwhat (?:percent|percentage|number)\b/iu,
    answer:
      /[\d０-９〇一二三四五六七八九十百千萬万億亿兩两半]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion)\b/iu,
  },
  { asks: /\bwho(?:se|m)?\b/iu, answer: /\S\s+[A-Z][a-z]/u },
];
