import type { Column } from "./table";

const units =
  "元|塊|圓|元整|新台幣|新臺幣|台幣|NT\\$?|NTD|TWD|US\\$|USD|公分|公釐|公尺|公里|吋|英吋|cm|mm|m|km|公斤|公克|克|斤|台斤|兩|kg|g|毫升|公升|ml|cc|L|分鐘|分|小時|時|秒|天|日|工作天|週|周|月|年|期|堂|次|人|位|名|間|個|件|片|張|份|包|盒|瓶|杯|罐|支|顆|台|組|歲|坪|平方公尺|度|°C|℃|%|％|點|min|hr|hours?|days?";
const inBrackets = new RegExp(
  `[（(［\\[]\\s{0,2}(?:單位\\s{0,2}[:：]?\\s{0,2})?(${units})\\s{0,2}[)）］\\]]`,
  "iu",
);
const afterSlash = new RegExp(`(?<=\\p{Script=Han})\\s*[/／]\\s*(${units})$`, "iu");
const told = new RegExp(`單位\\s*(?:為|[:：])\\s*(${units})(?![\\p{L}\\p{N}])`, "iu");
const money = /^(?:元|塊|圓|元整|新台幣|新臺幣|台幣|NT\$?|NTD|TWD)$/iu;
const counts =
  /數量|庫存|人數|次數|堂數|坪|面積|容量|重量|淨重|天數|時間|時數|日期|編號|型號|電話|年齡|比例|折|%|qty|stock|phone|date|no\./iu;

/** The unit of which all bare numbers of a table are: 「單位：公分」, 「價目表（元）」; "" where nothing says so. */
export function findUnit(text: string): string {
  return saidUnit(told.exec(text)?.[1] ?? inBrackets.exec(text)?.[1] ?? "");
}

/** The columns by the rows that name them, one or two; `unit`: of the whole table. */
export function nameColumns(heads: readonly (readonly string[])[], unit: string): Column[] {
  const [upper = [], lower] = heads;
  const width = Math.max(...heads.map((head) => head.length));
  const weekdays = upper.filter((name) => weekday.test(name)).length >= leastWeekdays;
  let last = "";
  return Array.from({ length: width }, (_, column) => {
    const named = upper[column] ?? "";
    if (named !== "" && column > 0) last = named;
    const below = lower?.[column] ?? "";
    // A name that spans two columns stands in the first of them.
    const above = column > 0 && named === "" ? last : named;
    const name = [above, above === below ? "" : below].filter(Boolean).join(" ");
    const { name: bare, unit: own } = splitUnit(name);
    const isMoney = money.test(unit) || unit === "元";
    const ofAll = column === 0 || (isMoney && counts.test(bare)) ? "" : unit;
    return {
      name: weekdays && weekday.test(bare) ? `星期${bare}` : bare,
      unit: own || ofAll,
    };
  });
}

/** 「價格（元）」 is 價格 in 元. */
export function splitUnit(name: string): Column {
  const found = inBrackets.exec(name) ?? afterSlash.exec(name);
  return found
    ? { name: name.replace(found[0], "").trim(), unit: saidUnit(found[1] ?? "") }
    : { name, unit: "" };
}

const weekday = /^[一二三四五六日]$/u;
const leastWeekdays = 4;

function saidUnit(unit: string): string {
  return money.test(unit) ? "元" : unit.normalize("NFKC");
}
