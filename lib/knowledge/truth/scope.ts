import { fold } from "@/lib/language/words/fold";
import { askingWords, contentOf } from "./read-saying";

/** What stands around a clause and says what it is of. */
export type Around = {
  /** The title of its document and the headings above it. */
  heads: readonly string[];
  /** The question it answers, the line that leads in, the clauses before it in its sentence. */
  lines: readonly string[];
};

export type Scope = {
  /** What has to be the same for two clauses to be of one thing. */
  key: string;
  /** What a document of another kind is about: two that share some of it only are on two things of one kind. */
  topics: ReadonlySet<string>;
};

/**
 * What tells the thing that a clause is of apart from others, without what the clause says itself (`skeleton`). Of a
 * title that names a kind of document (「訂位須知」) the rest is its topic; any other names a thing (「虎尾蘭」). `known`:
 * words of the bot's own name and the like, folded.
 */
export function scopeOf({ heads, lines }: Around, skeleton: string, known: ReadonlySet<string>): Scope {
  const own = gramsOf(skeleton);
  const told = new Set<string>();
  const topics = new Set<string>();
  for (const head of heads) {
    const folded = fold(head);
    const isOfKind = new RegExp(neutral).test(folded) && !names.test(folded.replace(neutral, "|"));
    const left = leftOf(folded.replace(neutral, "|").replace(askingWords, "|"), own, known);
    for (const gram of left) (isOfKind ? topics : told).add(gram);
    for (const word of contrastsOf(folded, skeleton)) told.add(word);
  }
  for (const line of lines) {
    const folded = fold(line);
    for (const gram of leftOf(folded.replace(askingWords, "|").replace(neutral, "|"), own, known))
      told.add(gram);
    for (const word of contrastsOf(folded, skeleton)) told.add(word);
  }
  return { key: [...told].sort().join(" "), topics };
}

/** What makes another thing of what is said below a folded line, unless that (`skeleton`) says it too. */
export function contrastsOf(folded: string, skeleton: string): string[] {
  return (folded.match(contrasts) ?? []).filter(
    (word) => !(returns.test(word) ? returns.test(skeleton) : skeleton.includes(word)),
  );
}

/** Whether what two documents are on may be the same: the same, or nothing that makes them two of a kind. */
export function meets({ topics }: Scope, other: Scope): boolean {
  let shared = 0;
  for (const topic of topics) if (other.topics.has(topic)) shared++;
  return shared === 0 || (shared === topics.size && shared === other.topics.size);
}

function leftOf(folded: string, own: ReadonlySet<string>, known: ReadonlySet<string>): string[] {
  return contentOf(folded).flatMap((piece) =>
    known.has(piece) ? [] : [...gramsOf(piece)].filter((gram) => !own.has(gram) && !known.has(gram)),
  );
}

/** Its pairs of Han characters and its other words; nothing of a character alone. */
export function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (const piece of text.split(/[| ]/u)) {
    if (piece === "") continue;
    if (!han.test(piece)) grams.add(piece);
    else for (let at = 0; at + 1 < piece.length; at++) grams.add(piece.slice(at, at + 2));
  }
  return grams;
}

const anyOf = (words: string) =>
  [...new Set(words.split(" ").map(fold))].sort((a, b) => b.length - a.length).join("|");
const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const kinds =
  "常見問題 常見 問題 問答 問與答 集 說明書 說明 須知 注意事項 事項 重要 公告 指南 指引 手冊 總覽 一覽 一覽表 簡介 介紹 資訊 資料 內容 相關 規定 規則 規範 辦法 政策 條款 細節 詳細 方式 方法 流程 步驟 制度 簡章 專區 消息 " +
  "購物 下單 訂購 訂單 運費 配送 寄送 物流 出貨 宅配 付款 結帳 營業時間 營業 時間 開放 時段 電話 地址 地點 位置 聯絡 聯繫 我們 交通 停車 服務 關於 品牌 店家 本店 網站 官網 首頁 網路 客服 客人 客戶 顧客 " +
  "使用 其他 基本 一般 補充 更新 最新 新版 舊版 修訂 小編 回覆 整理 懶人包 大全 看這裡 必看 必讀 快速 新手 費用 價格 價目表 價目 價錢 收費 標準 單位 項目 品名 商品 產品 菜單 " +
  "名稱 檔案 文件 副本 複本 草稿 公司 網頁 大家 最常 問的 想知道 知道 實用 提醒 環境 設施 優惠 活動 場館 用餐 入住 住宿 訂房 訂位 掛號 看診 借閱 報名 上課 入會 會籍 租借 預約";
const english =
  "faq faqs q a qa general common frequently asked questions question answers answer information info about help guide guides policy policies rules rates " +
  "terms details overview shipping delivery payment payments order orders ordering hours opening contact service services customer store shop page copy draft " +
  "new news updated latest notice notes how much many what where when which before price prices pricing list in english chinese";
const neutral = new RegExp(`${anyOf(kinds)}|\\b(?:${english.replaceAll(" ", "|")})\\b`, "gu");
/** What one of several is named by, also where the title names a kind of document. */
const names = new RegExp(`[${fold("店館院校廠班棟")}](?!${fold("家")})|\\d|[a-z]`, "u");
const returns = new RegExp(`[${fold("退換")}]`, "u");
const contrasts = new RegExp(
  `[${fold("退換")}]+|${anyOf(
    "取消 維修 國外 海外 國際 離島 外島 平日 假日 週末 寒假 暑假 春節 兒童 學生 成人 敬老 長者 男 女 新生 舊生 初診 複診 企業 團體 個人 尊榮 台北 新北 桃園 台中 台南 高雄 新竹 日本 香港",
  )}`,
  "gu",
);
