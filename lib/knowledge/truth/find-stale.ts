import type { Passage, Span } from "@/lib/language/passage";
import { splitSentences } from "@/lib/language/split-sentences";
import { readDate } from "@/lib/language/values/read-date";
import { fold, foldWithOffsets } from "@/lib/language/words/fold";
import type { Finding, TruthDocument } from "./finding";

/**
 * Sentences that are of a time that has gone by as seen from `today` (`2026-11-30`): an end, a deadline, what was so in
 * a past year. Not when something began, was founded or written, nor what comes again each year. A day without a year
 * is the one nearest to when it was written. A generator, which yields after each passage; time is linear.
 */
export function* findStale(
  documents: readonly TruthDocument[],
  today: string,
): Generator<void, Finding[], void> {
  const findings: Finding[] = [];
  for (const { documentId, versionId, text, passages, writtenOn } of documents) {
    for (const [ordinal, passage] of passages.entries()) {
      yield;
      const head = passage.headings.at(-1) ?? "";
      if (!/[\d〇零一二三四五六七八九十]/u.test(text.slice(passage.start, passage.end) + head)) continue;
      for (const sentence of splitSentences(text, passage.start, passage.end)) {
        if (sentence.end - sentence.start > longestSentence) continue;
        const { text: folded, offsets } = foldWithOffsets(text.slice(sentence.start, sentence.end));
        const gone = goneBy(folded, today, writtenOn);
        if (!gone) continue;
        const spanOf = ({ start, end }: Span): Span => ({
          start: sentence.start + (offsets[start] ?? 0),
          end: sentence.start + (offsets[end] ?? 0),
        });
        const span = isOfPair(passage, sentence) ? { start: passage.start, end: passage.end } : sentence;
        const place = { documentId, versionId, ordinal, ...span, marks: [spanOf(gone)] };
        findings.push({ kind: "stale", sureness: gone.sureness, places: [place], goneBy: gone.day });
      }
    }
  }
  return findings;
}

/** A question, and the only sentence of its answer, go together. */
function isOfPair({ questions, answer }: Passage, { start, end }: Span): boolean {
  if (questions?.some((question) => start < question.end && question.start < end)) return true;
  return answer !== undefined && start <= answer.start && end >= answer.end;
}

type Gone = Span & { day: string; sureness: number };

/** The time of a folded sentence that has gone by; null without one, or where another is still to come. */
export function goneBy(folded: string, today: string, writtenOn: string): Gone | null {
  if (!/\d|[〇一二三四五六七八九十]/u.test(folded) || always.test(folded)) return null;
  const found: Gone[] = [];
  for (const date of datesOf(folded)) {
    const day = lastDayOf(date, writtenOn);
    if (day === null) continue;
    const before = folded.slice(Math.max(0, date.start - reach), date.start);
    const after = folded.slice(date.end, date.end + reach);
    if (begins.test(after) || since.test(before) || noted.test(before) || notedAfter.test(after)) continue;
    const isEnd = endsBefore.test(before) || endsAfter.test(after);
    const isPeriod = date.key.length === 4 && yearly.test(after);
    // A day, or the end of a span, in a sentence that is of something for some time.
    const isOf = date.key.length > 4 && (forSomeTime.test(folded) || isEnd);
    if (day >= today) return null;
    if (isPeriod) found.push({ start: date.start, end: date.end, day, sureness: 0.8 });
    else if (isOf && (isEnd || date.isSpanEnd))
      found.push({ start: date.start, end: date.end, day, sureness: date.key.length > 5 ? 0.95 : 0.72 });
  }
  return found.at(-1) ?? null;
}

type FoundDate = Span & { key: string; isSpanEnd: boolean };

function datesOf(folded: string): FoundDate[] {
  const dates: FoundDate[] = [];
  for (let at = 0; at < folded.length; ) {
    const isStart = starts.test(folded.charAt(at)) && !/[\da-z]/u.test(folded.charAt(at - 1));
    const date = isStart ? (yearAt(folded, at) ?? readDate(folded, at)) : null;
    if (!date) {
      at++;
      continue;
    }
    const last = dates.at(-1);
    const isSpanEnd = last !== undefined && span.test(folded.slice(last.end, date.start));
    const key = yearBefore(folded, date) + (date.keys[0] ?? "");
    // 「2025/11/1–11/15」: the end is of the year of the beginning.
    const inYear =
      isSpanEnd && key.length === 5 && (last?.key.length ?? 0) > 5 ? nextFrom(last?.key ?? "", key) : key;
    dates.push({ start: date.start, end: date.end, key: inYear, isSpanEnd });
    at = date.end;
  }
  return dates;
}

/** 「2025 年」 and 2025, where no day follows. */
function yearAt(folded: string, at: number): (Span & { keys: string[] }) | null {
  year.lastIndex = at;
  const found = year.exec(folded);
  if (!found) return null;
  return { start: at, end: at + found[0].length, keys: [found[1] ?? ""] };
}

/** 「99 年 8 月」: the year of the Republic, which is read as such from 101 on only. */
function yearBefore(folded: string, { start, keys }: { start: number; keys: readonly string[] }): string {
  const written =
    keys[0]?.length === 5 ? /^(\d{2}) ?年/u.exec(folded.slice(start, start + 5))?.[1] : undefined;
  return written ? `${Number(written) + 1911}-` : "";
}

function nextFrom(from: string, day: string): string {
  const inYear = `${from.slice(0, 4)}-${day}`;
  return inYear >= from ? inYear : `${Number(from.slice(0, 4)) + 1}-${day}`;
}

/** The last day of a date: of a day itself, of a month its end, of a year its end. */
function lastDayOf({ key }: FoundDate, writtenOn: string): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(key)) return key;
  if (/^\d{4}-\d\d$/.test(key))
    return new Date(Date.UTC(Number(key.slice(0, 4)), Number(key.slice(5)), 0)).toISOString().slice(0, 10);
  if (/^\d{4}$/.test(key)) return `${key}-12-31`;
  if (!/^\d\d-\d\d$/.test(key)) return null;
  const written = Date.parse(writtenOn);
  const years = [-1, 0, 1].map((step) => `${Number(writtenOn.slice(0, 4)) + step}-${key}`);
  const distance = (day: string) => Math.abs(Date.parse(day) - written);
  return years.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

const anyOf = (words: string) =>
  [...new Set(words.split(" ").map(fold))].sort((a, b) => b.length - a.length).join("|");
/** UTF-16 units. */
const longestSentence = 400;
const reach = 14;
const starts = new RegExp(`[\\d${fold("民一二三四五六七八九十〇")}jfmasond]`, "u");
const year = /(?<![\d,.$])(20\d\d)(?![\d,.:/-]| ?年 ?\d)(?: ?(?:年|学)度?)?/uy;
const span = new RegExp(
  `^ ?(?:\\([^)]{1,3}\\))? ?(?:[-~–—～]|${anyOf("到 至 起至")}|to|until|through) ?$`,
  "u",
);
const always = new RegExp(
  `${anyOf("每年 每月 年年 歷年 次年 隔年 翌年 當年 每季 出生 成立 創立 創辦 創業 獲獎 獲得 榮獲 得獎 已於 曾於 曾經 已經 結束了 迄今 至今 修正 修訂 發布 公布 施行 依據 條例 核准 立案 版權 例如 假設 譬如 舉例")}|${fold("[甲乙丙](?![級等種組])")}|©|copyright|\\b(?:every year|each year|annual(?:ly)?|founded|established|since|born|award|last updated|updated)\\b`,
  "u",
);
const begins = new RegExp(
  `^ ?(?:\\([^)]{1,3}\\))? ?(?:${anyOf("起 開始 開幕 開業 開店 生效 之後 以後 後")}(?!${fold("至")})|onwards|onward|and later)`,
  "u",
);
const since = new RegExp(`(?:${anyOf("自 從 始於")}|since|from|starting|as of|effective|in) ?$`, "u");
const noted = new RegExp(
  `(?:${anyOf("更新 更新日期 更新於 公告日期 公告於 發布日期 日期 製表 資料時間 版本 編號 出版 統編 建立")}|updated|published|posted|version) ?[:：]? ?$`,
  "u",
);
const notedAfter = new RegExp(
  `^ ?(?:${anyOf("更新 修訂 修正 公告 公布 發布 製表 版 出生 成立 創立 購買 以前出生")}|edition|版)`,
  "u",
);
const endsBefore = new RegExp(
  `(?:${anyOf("至 到 期限 截止 截止日 截止日期 截止日為 有效期限 最後 限 延長至 延至 止於 期間")}|until|till|through|by|before|ends?|ending|expires?|valid thru|deadline) ?(?:on )?[:：]? ?$`,
  "u",
);
const endsAfter = new RegExp(
  `^ ?(?:\\([^)]{1,5}\\))? ?(?:[\\d:： ]{0,6}${fold("點")}?)? ?(?:${anyOf("止 為止 截止 前報名 前完成 前下單 前預購 前登記 前訂購 前申請 前繳 前預訂 前付款 以前報名 結束 到期 打烊後 當天截止")})`,
  "u",
);
const yearly = new RegExp(
  `^.{0,8}(?:${anyOf("公休 休假 休診 休館 店休 行事曆 年曆 日程 時程 檔期 優惠 活動 春節 過年 農曆年 連假 中秋 端午 清明 跨年 週年慶 母親節 父親節 聖誕 招生 簡章 報名 開課 課表 班表 菜單 價目 報價 假日 休息日 營業時間 門診表 方案")}|holidays?|schedule|calendar|price list|menu|opening hours|sale|new year)`,
  "u",
);
const forSomeTime = new RegExp(
  `${anyOf("活動 優惠 特價 折扣 檔期 報名 預購 預訂 限時 限定 期間 公休 休館 休診 店休 休息 暫停 停止 施工 維修 整修 裝修 展期 展出 展覽 加碼 贈送 滿額 早鳥 免運 折 招生 徵 募集 投票 申請 截止 有效 兌換 販售 供應 開賣 門票 停業 休業 搬遷 試營運 調整 延長")}|offer|sale|promo|discount|event|closed|closure|registration|register|sign up|deadline|valid|expires|early bird|pre-?order|exhibition|available|renovation|free shipping|apply|applications`,
  "u",
);
