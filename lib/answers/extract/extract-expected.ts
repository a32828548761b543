/** What a sentence must hold to answer a question for a number, a date or a person; null for other questions. */
export function expectedForm(question: string): RegExp | null {
  const asked = question
    .slice(0, longest)
    .normalize("NFKC")
    .replace(/(?<=[\u3040-\u9fff])\s+(?=[\u3040-\u9fff])/gu, "");
  return FORMS.find(({ asks }) => asks.test(asked))?.answer ?? null;
}

/** UTF-16 units: to put a run of marks into its order takes the square of its length. */
const longest = 1_000;

const FORMS = [
  {
    asks: /何時|何时|哪一?年|哪一?天|幾月|几月|什麼時候|什么时候|甚麼時候|何年|何月|何日|いつ|언제|몇 ?시|幾點|几点|\bwhen\b|\b(?:what|which) (?:year|date|day|month|time|century|decade)\b/iu,
    answer:
      /[\d０-９〇一二三四五六七八九十]\s*[年月日號号點点時时]|[週周]|星期|曜|世紀|世纪|\b1\d{3}\b|\b20\d\d\b|\d[:：]\d\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|century|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/iu,
  },
  {
    asks: /多少|幾|几|多久|多長|多高|多大|多遠|何人|何個|何種類|何[%％歳回本年度台名]|いくつ|いくら|どのくらい|どれくらい|얼마|몇|\bhow (?:many|much|long|old|far|tall|high|large|big|often)\b|\bwhat (?:percent|percentage|number)\b/iu,
    answer:
      /[\d０-９〇一二三四五六七八九十百千萬万億亿兩两半]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion)\b/iu,
  },
  { asks: /\bwho(?:se|m)?\b/iu, answer: /\S\s+[A-Z][a-z]/u },
];
