import { readValues } from "@/lib/language/values/read-values";
import type { Value } from "@/lib/language/values/value";
import { fold } from "@/lib/language/words/fold";

/** A number with its unit, or a range of them, as a folded text says it. */
export type Quantity = {
  /** What it counts in one form of its kind: 「塊」 and "NT$" are 元, weeks are days. */
  unit: string;
  /** What each of its ends may stand for; one end unless it is a range. */
  ends: readonly (readonly string[])[];
  /** How much of it one of what is written is: 7 of a week. */
  scale: number;
  /** The bound beside it: 「以上」, 「未滿」; "" without one. */
  limit: string;
  /** UTF-16 offsets in the folded text, with its unit. */
  start: number;
  end: number;
};

/**
 * The quantities of a folded text, in order, without those that only count steps, name a thing (A4, iPhone 15) or are
 * of an address on the web. Days of the week are one too. Time is linear in its length.
 */
export function readQuantities(folded: string): Quantity[] {
  const values = [
    ...readValues(folded).flatMap((value) => toQuantity(folded, value)),
    ...readWeekdays(folded),
  ];
  values.sort((a, b) => a.start - b.start);
  const quantities: Quantity[] = [];
  for (const quantity of values) {
    const last = quantities.at(-1);
    if (last && quantity.start < last.end) continue;
    if (last && isRange(folded, last, quantity)) {
      quantities[quantities.length - 1] = {
        ...quantity,
        unit: quantity.unit || last.unit,
        ends: [...(last.unit === "" ? scaled(last.ends, quantity.scale) : last.ends), ...quantity.ends],
        limit: last.limit || quantity.limit,
        start: last.start,
      };
    } else quantities.push(quantity);
  }
  return quantities;
}

/** Whether two of one unit may be the same. */
export function isSame(one: Quantity, other: Quantity): boolean {
  return (
    one.ends.length === other.ends.length &&
    one.ends.every((keys, at) => keys.some((key) => other.ends[at]?.includes(key)))
  );
}

function toQuantity(folded: string, value: Value): Quantity[] {
  const before = folded.slice(Math.max(0, value.start - longestPrefix), value.start);
  const after = folded.slice(value.end, value.end + longestSuffix);
  if (ordinal.test(before) || inName.test(before) || (value.kind === "number" && inCode.test(after)))
    return [];
  const base = {
    scale: 1,
    limit: limitOf(before, after),
    ends: [value.keys],
    start: value.start,
    end: value.end,
  };
  if (value.kind === "amount") return [{ ...base, unit: value.keys[0]?.replace(/^[\d.]+/, "") ?? "" }];
  if (value.kind !== "number") return [{ ...base, unit: value.kind }];
  const money = moneyBefore.exec(before);
  const [written = "", unit = ""] = suffix.exec(after) ?? [];
  const known = units.get(unit);
  const name = known?.name ?? unit;
  const number = Number(value.keys[0]);
  const scale = scaleOf(name, number, known?.scale);
  return [
    {
      ...base,
      unit: money ? "元" : name,
      ends: [[String(Number((number * scale).toFixed(4)))]],
      scale,
      limit: limitOf(before.slice(0, before.length - (money?.[0].length ?? 0)), after.slice(written.length)),
      start: value.start - (money?.[0].length ?? 0),
      end: value.end + written.length,
    },
  ];
}

/** 「9 折」 is 「90 折」. */
function scaleOf(name: string, number: number, scale = 1): number {
  return name === "折" && number < 10 ? 10 : scale;
}

/** The unit behind a range is of both its ends: 「3-5 天」, 「1～2 週」. */
function scaled(ends: Quantity["ends"], scale: number): Quantity["ends"] {
  return ends.map((keys) => keys.map((key) => (/^\d/.test(key) ? String(Number(key) * scale) : key)));
}

function isRange(folded: string, first: Quantity, second: Quantity): boolean {
  return (
    (first.unit === "" || first.unit === second.unit) &&
    first.ends.length === 1 &&
    second.start - first.end <= longestDash &&
    dash.test(folded.slice(first.end, second.start))
  );
}

function readWeekdays(folded: string): Quantity[] {
  return [...folded.matchAll(weekdays)].map(({ 0: found, index }) => ({
    ...{ unit: "weekday", scale: 1 },
    ends: [
      [
        found
          .replace(weekWord, "")
          .replace(/[天]/gu, "日")
          .replace(/[到至~–—-]/gu, "-")
          .replace(/[^\p{L}-]/gu, ""),
      ],
    ],
    limit: "",
    start: index,
    end: index + found.length,
  }));
}

function limitOf(before: string, after: string): string {
  for (const { name, before: front, after: behind } of limits)
    if (front?.test(before) || behind?.test(after)) return name;
  return "";
}

/** UTF-16 units. */
const longestPrefix = 8;
const longestSuffix = 16;
const longestDash = 6;
const anyOf = (words: string) =>
  [...new Set(words.split(" ").map((word) => fold(word.replaceAll("_", " "))))]
    .sort((a, b) => b.length - a.length)
    .join("|");
const ordinal = new RegExp(
  `(?:${anyOf("第 步驟 附件 編號 分機 轉 型號 附表 表 圖 統編 帳號")}|#|\\b(?:no|step|ext|room|chapter|q|a)\\.?) ?$`,
  "u",
);
const inName = /[a-z]-? ?$|\/$/u;
const inCode = /^[a-z]{0,3}-?\d|^ ?(?:gb|tb|mb|mah|g\b|k\b|p\b|hz)/u;
const moneyBefore = new RegExp(`(?:nt ?\\$?|ntd|twd|us\\$|\\$|${anyOf("新台幣 台幣")}) ?$`, "u");
const written: Record<string, [name: string, scale: number]> = {
  "元 塊錢 塊 圓 元整 dollars ntd twd 日圓": ["元", 1],
  "個工作天 工作天 個工作日 工作日 個上班日 business_days working_days business_day": ["workday", 1],
  "天 日 days day 個日曆天 日曆天": ["day", 1],
  "個星期 星期 週 周 weeks week 個禮拜 禮拜": ["day", 7],
  "個月 months month": ["month", 1],
  "年 years year": ["month", 12],
  "個小時 小時 hours hour": ["minute", 60],
  "分鐘 minutes minute mins min 分": ["minute", 1],
  "人 位 名 people persons guests": ["人", 1],
  "% percent 趴": ["%", 1],
  "% off": ["% off", 1],
  "歲 years_old": ["歲", 1],
};
const units = new Map(
  Object.entries(written).flatMap(([names, [name, scale]]) =>
    names.split(" ").map((one) => [fold(one.replaceAll("_", " ")), { name, scale }] as const),
  ),
);
const others = anyOf(
  "折 點 件 包 盒 罐 瓶 杯 份 組 次 張 本 台 堂 期 倍 項 種 款 間 袋 支 隻 條 片 顆 級 段 樓 號 倍 坪 公里 場 桌 晚 班 站 層",
);
const suffix = new RegExp(
  `^ ?(${[...units.keys()].sort((a, b) => b.length - a.length).join("|")}|${others})(?![a-z])`,
  "u",
);
const dash = new RegExp(`^ ?(?:[-~–—～]|${anyOf("到 至")}|to|until) ?$`, "u");
const weekWord = new RegExp(anyOf("每 週 周 星期 禮拜"), "gu");
const week = `(?:${anyOf("週 周 星期 禮拜")})`;
const day = "[日一二三四五六天]";
const weekdays = new RegExp(
  `${week}${day}(?:(?:[、,~–—～-]|${anyOf("和 及 與 到 至")}) ?${week}?${day}(?!${anyOf("月 年 天 個 次 人 樓")}))*`,
  "gu",
);
const limits: readonly { name: string; before?: RegExp; after?: RegExp }[] = [
  {
    name: "under",
    before: new RegExp(`(?:${anyOf("未滿 不到 不足 不滿 低於 未達")}|under|below) ?$`, "u"),
    after: new RegExp(`^(?:${anyOf("以下")})`, "u"),
  },
  { name: "most", before: new RegExp(`(?:${anyOf("最多 不超過 至多 上限 最高")}|up to) ?$`, "u") },
  {
    name: "least",
    before: new RegExp(`(?:${anyOf("至少 最少 最低 超過 滿")}|over|from) ?$`, "u"),
    after: new RegExp(`^(?:${anyOf("以上 起跳")})`, "u"),
  },
  { name: "before", after: new RegExp(`^(?:${anyOf("以前 之前 前")})`, "u") },
  { name: "after", after: new RegExp(`^(?:${anyOf("以後 之後 後 起")})`, "u") },
];
