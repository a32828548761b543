import { keepLast } from "@/lib/language/words/keep-last";

/** What a sentence must hold to answer a question for a number, a date or a person; null for other questions. */
export function expectedForm(question: string): RegExp | null {
  return lastExpected(question);
}

const lastExpected = keepLast((question) => {
  const asked = readable(question);
  if (asksDue.test(asked)) return saysDue;
  if (asksWhen.test(asked)) return saysWhen;
  return formOfCount(asked) ?? forms.find(({ asks }) => asks.test(asked))?.answer ?? null;
});

/**
 * The same where the question names what is counted or measured, 「幾次」, 「多久」, 「多少錢」 or 「多重」; null for others.
 */
export function countedForm(question: string): RegExp | null {
  return lastCounted(question);
}

const lastCounted = keepLast((question) => {
  const asked = readable(question);
  if (asksDue.test(asked)) return saysDue;
  return asksWhen.test(asked) ? null : formOfCount(asked);
});

/** Blanks between two Han characters go; only so much is read. */
function readable(question: string): string {
  return question
    .slice(0, longest)
    .normalize("NFKC")
    .replace(/(?<=[\u3040-\u9fff])\s+(?=[\u3040-\u9fff])/gu, "");
}

/** UTF-16 units: to put a run of marks into its order takes the square of its length. */
const longest = 1_000;

/** The same for how long and how much only: 「一盒幾包」 is answered by 「一盒 12 入」 as well. */
export function measuredForm(question: string): RegExp | null {
  const asked = readable(question);
  if (asksDue.test(asked)) return saysDue;
  return asksWhen.test(asked) ? null : formOfMeasure(asked);
}

/** The same for how long and for how many of what is counted by the piece only; how far may be told in minutes. */
export function piecesOrTimeForm(question: string): RegExp | null {
  const asked = readable(question);
  if (asksDue.test(asked) || asksWhen.test(asked)) return null;
  if (asksHowLong.test(asked)) return saysHowLong;
  return formOfMeasure(asked) ? null : formOfCount(asked);
}

/** What a weight is told by, where a question asks for one and for nothing else; null for others. */
export function weighedForm(question: string): RegExp | null {
  const asked = readable(question);
  return asksWeight.test(asked) ? (measures.find(({ asks }) => asks === weighs)?.says ?? null) : null;
}

/**
 * What tells how heavy or how large one piece is, where that is asked: 「每包 4 公克」 for 「一包多重」, not a weight behind
 * 「一包配 600 毫升」. Null for others.
 */
export function pieceForm(question: string): RegExp | null {
  return lastPiece(question);
}

const lastPiece = keepLast((question) => {
  const { piece, heavy } = asksPiece.exec(readable(question))?.groups ?? {};
  return piece ? ((heavy ? piecesByWeight : piecesBySize).get(piece) ?? null) : null;
});

function formOfMeasure(asked: string): RegExp | null {
  if (asksHowLong.test(asked)) return saysHowLong;
  return measures.find(({ asks }) => asks.test(asked))?.says ?? null;
}

function formOfCount(asked: string): RegExp | null {
  const measured = formOfMeasure(asked);
  if (measured) return measured;
  return saysCount.get(asksCount.exec(asked)?.groups?.counter ?? "") ?? null;
}

const asksWhen =
  /何時|何时|哪一?年|哪一?天|幾月|几月|什麼時候|什么时候|甚麼時候|何年|何月|何日|いつ|언제|몇 ?시|幾點|几点|[週周][幾几]|星期[幾几]|[禮礼]拜[幾几]|\bwhen\b|\b(?:what|which) (?:year|date|day|month|time|century|decade)\b/iu;
const saysWhen =
  /[\d０-９〇一二三四五六七八九十]\s*[年月日號号點点時时]|[週周]|星期|[禮礼]拜|曜|世紀|世纪|\b1\d{3}\b|\b20\d\d\b|\d[:：]\d\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|century|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/iu;

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

/** When something comes: by a day, or after how long. */
const asksDue = /(?:什[麼么][時时]候|何[時时])(?:才)?(?:[會会能到]|可以)|\bwhen will\b/iu;
const saysDue = new RegExp(`${saysWhen.source}|${saysHowLong.source}`, "iu");

const weighs = /多重|重量|[幾几][公台]?[斤克]|重さ|\bhow heavy\b|\bweigh/iu;
/** Not 「多重認證」, nor 「重量訓練」. */
const asksWeight =
  /(?:多重|重量(?:是|有)?(?:多少|[幾几][公台]?[斤克])?|[幾几][公台]?[斤克])[呢啊呀]?[\s?？!！]{0,4}$|重さは|\bhow heavy\b|\bhow much (?:does|do)\b.{1,40}\bweigh\b|무게(?:가|는)? ?(?:얼마|몇)/iu;

/** What is asked how much of it there is, in units of its own. */
const measures = [
  {
    asks: /(?:電話|电话|專線|专线)(?:號碼|号码)?(?:是|呢)?(?:[幾几][號号]|多少|什[麼么])?[?？]?$|phone number|電話番号|전화번호/iu,
    units: "",
    signs: "\\d{2,4}[-)） ]{0,2}\\d{3,4}[- ]?\\d{3,4}",
  },
  {
    asks: /(?:多少|[幾几])(?:[錢钱元塊块圓圆])|一\p{Script=Han}多少|(?<![因溫温度量重高長长寬宽深厚圍围徑径速壓压間间離离話话碼码數数額额比折期天次堂寸糖卡點点歲岁年位率素分])多少(?=$|[\s\p{P}])|[費费]用?(?:是|要)?多少|怎[麼么][賣卖]|[價价售][錢钱格]|いくら|値段|얼마(?!나)|\bhow much (?:is|are|does|do|for|would|will)\b|\b(?:price|cost)s?\b/iu,
    units: "(?:元|塊|块|圓|円|원)",
    signs:
      "(?:NT\\s?\\$|\\$|＄|€|£|¥|USD|TWD|NTD?)\\s?\\d|免[費费]|不用[錢钱]|\\bfree\\b|(?<![\\d:：.,-])\\d[\\d,]{0,9}\\d(?![\\d,.]*\\s*(?:[\\d,.:：~～-]|[分天日月年點点號号次度樓楼公毫克吋坪期人位個个張张%％kmglKMGL]|小[時时]|工作))",
  },
  {
    asks: weighs,
    units: "(?:[公台]?斤|公?克|磅|[kK][gG]|[gG](?![a-zA-Z])|lbs?\\b|pounds?\\b)",
    signs: "",
  },
  {
    asks: /多[大高長长寬宽深遠远厚]|[幾几]公[分尺里]|尺寸|高さ|大きさ|\bhow (?:tall|wide|long is the|big|deep|far)\b/iu,
    units:
      "(?:公[分尺釐厘里升]|毫[米升]|[英]?吋|坪|平方|[cCmMkK]?[mM](?![a-zA-Z])|[mM]?[lL](?![a-zA-Z])|inch|feet|ft\\b|miles?\\b)",
    signs: "",
  },
].map(({ asks, units, signs }) => ({
  asks,
  says: new RegExp([units && `${number} ?${units}`, signs].filter(Boolean).join("|"), "u"),
}));

/** What comes in pieces. */
const pieces = "包盒罐瓶份片顆颗條条塊块支張张袋箱組组杯碗桶入粒";
const asksPiece = new RegExp(
  `[一每1單单] ?(?<piece>[${pieces}])(?:大概|大約|大约|約|约|是|有|的)?(?:(?<heavy>多重|重量|[幾几多][少]?公?[克斤])|[幾几多][少]?(?:毫升|公升|[cC][cC]|[mM][lL])|多大)`,
  "u",
);
const [piecesByWeight, piecesBySize] = [
  "(?:公?[克斤]|[kK]?[gG](?![a-zA-Z]))",
  "(?:[毫公]升|[cC]{2}|[mM]?[lL](?![a-zA-Z])|公分|[cC][mM])",
].map(
  (unit) =>
    new Map(
      [...pieces].map((piece) => [
        piece,
        new RegExp(
          `[每一1單单] ?${piece}(?:淨重|净重|重量|重|容量|約|约|是|為|为|有|[:： ]){0,3}${number}[\\d.,]{0,6} ?${unit}|${number} ?${unit}(?:裝|装)? ?[/／每] ?${piece}`,
          "u",
        ),
      ]),
    ),
) as [Map<string, RegExp>, Map<string, RegExp>];

/** Of what how many is asked; those in one group stand for each other. */
const counters = [
  ...[
    "次回趟",
    "張张",
    "位人名",
    "件",
    "款種种",
    "度°℃",
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
    "門门",
    "歲岁",
    "隻只",
    "折",
    "間间",
    "桌",
    "把",
    "輛辆",
    "分",
  ],
];
const asksCount = new RegExp(`(?:[幾几]|多少) ?[個个]?(?<counter>[${counters.join("")}])(?![鐘钟])`, "u");
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
