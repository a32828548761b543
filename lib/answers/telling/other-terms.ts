import { fold, foldWithOffsets } from "@/lib/language/words/fold";

/**
 * The span of time, or the part of the day, that a question asks the price of, as the visitor wrote it, where what is
 * said to it has prices of others only: 「月租」 beside 「每小時 25 元」, 「白天」 beside 「平日晚上 6,000 元」.
 */
export function otherTerms(question: string, said: string): string[] {
  const { text, offsets } = foldWithOffsets(question.slice(0, longestQuestion));
  if (!asksPrice.test(text)) return [];
  const told = fold(said.slice(0, longestSaid));
  return [spans, dayParts].flatMap((kinds) => {
    const asked = kinds.flatMap(({ asks, is }) => {
      const match = asks.exec(text);
      return match ? [{ is, start: match.index, end: match.index + match[0].length }] : [];
    });
    const [one, more] = asked;
    if (!one || more) return [];
    const others = kinds.filter(({ tells }) => tells.test(told)).map(({ is }) => is);
    if (others.length === 0 || others.some((other) => other === one.is || within.get(one.is) === other))
      return [];
    return [question.slice(offsets[one.start], offsets[one.end]).trim()];
  });
}

/** UTF-16 units. */
const longestQuestion = 400;
const longestSaid = 4_000;
const asksPrice = new RegExp(
  `${fold("多少|費用|價錢|價格|怎麼算|怎麼收|幾元|幾塊|いくら|料金")}|얼마|\\bhow much\\b|\\b(?:price|cost|rate)s?\\b`,
  "u",
);

/** A price for each of something: 「每小時 25 元」, 「5,500 元／月」. A digit of it is enough. */
const per = (unit: string) =>
  `(?:${fold("每|一")})(?:${fold("個")})?(?:${unit})[^\\d\\n,，。;；]{0,8}\\d|\\d\\s?(?:${fold("元|塊")})?\\s?[/／]\\s?(?:${fold("每|一")})?(?:${fold("個")})?(?:${unit})`;

const spans = [
  {
    is: "month",
    asks: "月租|包月|月費|月繳|一個月|每個月|每月|\\bmonthly\\b|\\b(?:per|a) month\\b",
    unit: "月|months?\\b",
    tells: "月租|包月|月費",
  },
  {
    is: "hour",
    asks: "時租|鐘點|每個?小時|一個?小時|\\bhourly\\b|\\b(?:per|an) hour\\b",
    unit: "小時|時|hours?\\b",
    tells: "時租",
  },
  {
    is: "day",
    asks: "日租|每天|每日|一天|一日|整天|全天|單日|\\bdaily\\b|\\b(?:per|a) day\\b",
    unit: "天|日|days?\\b",
    tells: "日租|單日|全天|整天|當日|當天|每天|每日|24 ?小時",
  },
  { is: "night", asks: "一晚|每晚|\\bper night\\b|\\ba night\\b", unit: "晚|nights?\\b", tells: "住宿|房價" },
  {
    is: "year",
    asks: "年費|年繳|年租|每年|一年|\\byearly\\b|\\b(?:per|a) year\\b",
    unit: "年|years?\\b",
    tells: "年費|年繳",
  },
].map(({ is, asks, unit, tells }) => ({
  is,
  asks: new RegExp(fold(asks), "u"),
  tells: new RegExp(`${per(fold(unit))}|${fold(tells)}`, "u"),
}));

const dayParts = [
  { is: "morning", names: "早上|上午|早場" },
  { is: "noon", names: "中午|午間" },
  { is: "afternoon", names: "下午|午場" },
  { is: "daytime", names: "白天|日間|日場" },
  { is: "evening", names: "晚上|晚間|夜間|晚場|半夜" },
].map(({ is, names }) => {
  const said = new RegExp(fold(names), "u");
  return { is, asks: said, tells: said };
});
const within = new Map([
  ["morning", "daytime"],
  ["noon", "daytime"],
  ["afternoon", "daytime"],
]);
