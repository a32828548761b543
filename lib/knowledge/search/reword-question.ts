import { fold } from "./fold";
import { forEachTerm } from "./tokens";

export type Reworded = {
  reworded: string;
  /** Further wordings that the documents use beside the question's own. */
  others: string[];
};

/**
 * A folded question in the documents' words: where they never say something as it does but put the same thing
 * in another way, that takes its place. `isKnown` tells whether a term stands in the documents.
 */
export function rewordQuestion(folded: string, isKnown: (term: number) => boolean): Reworded {
  const others: string[] = [];
  const reworded = folded.replace(ANY_WORDING, (own: string, weekday?: string) => {
    const used = otherWordings(own, weekday).filter((other) => isUsed(other, isKnown));
    if (used.length === 0) return own;
    const isOwnUsed = isUsed(own, isKnown);
    others.push(...(isOwnUsed ? used : used.slice(1)));
    return isOwnUsed ? own : ` ${used[0]} `;
  });
  if (ASKS_PRICE.test(folded)) others.push(...PRICES);
  return { reworded, others };
}

function otherWordings(own: string, weekday: string | undefined): readonly string[] {
  if (weekday === undefined) return OTHERS.get(own) ?? [];
  return WEEKS.map((week) => week + weekday).filter((other) => other !== own);
}

function isUsed(wording: string, isKnown: (term: number) => boolean): boolean {
  let isUsed = true;
  forEachTerm(wording, (term) => {
    isUsed &&= isKnown(term);
  });
  return isUsed;
}

const WEEKS = ["週", "星期", "禮拜"].map(fold);

/** What visitors say, and what shops, schools and offices write for it. Each line is one thing. */
const GROUPS = `
  有開 會開 開門 開店 營業 公休
  關門 打烊 營業
  刷卡 信用卡
  包郵 免運
  統編 統一編號
  email 電子郵件 電子信箱 信箱
  個資 個人資料
  鑑賞期 猶豫期
  過期 到期 效期
  退錢 退費 退款
  壞掉 壞了 破了 破掉 破損 損壞
  打折 折扣 優惠
  徵人 徵才 職缺
  狗狗 毛小孩 寵物
  小孩 小朋友 兒童
  身障 身心障礙
  廁所 洗手間
  捷運 地鐵
  公車 巴士
  機車 摩托車
  腳踏車 單車 自行車
`
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/u).map(fold));

const OTHERS = new Map(
  [...new Set(GROUPS.flat())].map((form) => {
    const same = GROUPS.filter((group) => group.includes(form)).flat();
    return [form, [...new Set(same)].filter((other) => other !== form)] as const;
  }),
);

const ASKS_PRICE = new RegExp(fold("多少錢|怎麼賣|幾元|幾塊|價錢|價格|售價"), "u");
const PRICES = ["nt", "元", "價格"].map(fold);

const ANY_WORDING = new RegExp(
  `(?:${WEEKS.join("|")})([一二三四五六日天])|${[...OTHERS.keys()]
    .sort((a, b) => b.length - a.length)
    .join("|")}`,
  "gu",
);
