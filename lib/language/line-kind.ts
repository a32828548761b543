import { plainText } from "./markup/plain-text";
import { trimCharacters } from "./trim-characters";

const NUMBER = "[0-9０-９]{1,3}";
const HAN_NUMBER = "[一二三四五六七八九十壹貳參肆伍甲乙丙丁戊]{1,3}";
const MARKER = new RegExp(
  `^\\s*(?:(?<bullet>[-*+•·‧・●○■□◆◇▪▶►※★☆]|[①-⑳])\\s*|(?<number>${NUMBER}|[A-Za-z])[.)、．）](?!\\d)\\s*|(?<bracket>[(（](?:${NUMBER}|${HAN_NUMBER}|[A-Za-z])[)）])\\s*|(?<han>${HAN_NUMBER})[、.．]\\s*)(?=\\S)`,
  "u",
);

/** Whether a line begins with a bullet or a number. */
export function isListItem(line: string): boolean {
  return listMarker(line) !== null;
}

/** The style of a line's bullet or number, null without one. */
export function listMarker(line: string): { style: string; length: number } | null {
  const match = MARKER.exec(line);
  if (!match) return null;
  const style = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0] ?? "bullet";
  return { style, length: match[0].length };
}

const PREFIX = "^\\s*(?:#{1,6}\\s+)?(?:[*_]{1,2})?";
const QUESTION = new RegExp(
  `${PREFIX}(?:[QＱ]|問題|问题|質問|問|问)\\s*(?:(?:${NUMBER}|${HAN_NUMBER})\\s*)?[:：.．、][*_]{0,2}\\s*(?=\\S)`,
  "u",
);
const ANSWER = new RegExp(
  `${PREFIX}(?:[AＡ]|答案|回答|解答|答)\\s*(?:(?:${NUMBER}|${HAN_NUMBER})\\s*)?[:：.．、][*_]{0,2}\\s*`,
  "u",
);

/** UTF-16 units. What is longer tells more than it asks. */
const MAX_QUESTION = 1_000;

/** The length of a question label (`Q3:`, `問：`), null without one. */
export function questionLabel(line: string): number | null {
  if (line.length > MAX_QUESTION) return null;
  return QUESTION.exec(line)?.[0].length ?? null;
}

/** The length of an answer label (`A3:`, `答：`), null without one. */
export function answerLabel(line: string): number | null {
  return ANSWER.exec(line)?.[0].length ?? null;
}

/**
 * Whether a line is one cell row of a table: pipes, those at its ends may be missing where it has three cells, or tabs.
 */
export function isTableRow(line: string): boolean {
  const first = firstPipe(line);
  if (first < 0) return hasTabs(line);
  return /^\s*[|｜].*[|｜]\s*$/u.test(line) || hasTabs(line) || isPiped(line, first);
}

/** Most lines have none: the regular expressions are spared those. */
function firstPipe(line: string): number {
  const narrow = line.indexOf("|");
  const wide = line.indexOf("｜");
  return narrow < 0 || wide < 0 ? Math.max(narrow, wide) : Math.min(narrow, wide);
}

function hasTabs(line: string): boolean {
  return line.includes("\t") && /\S\t+\S/u.test(line);
}

function isPiped(line: string, first: number): boolean {
  if (line.slice(0, first).trim() === "") return false;
  const cells = line.split(/[|｜]/u, 4);
  return cells.length > 2 && cells.filter((cell) => cell.trim() !== "").length > 1;
}

const CHAPTER = /^\s*第\s*[0-9０-９一二三四五六七八九十百]+\s*(?<unit>[編编篇部章節节條条])/u;
const CHAPTER_LEVELS: Record<string, number> = {
  編: 1,
  编: 1,
  篇: 1,
  部: 1,
  章: 2,
  節: 3,
  节: 3,
  條: 4,
  条: 4,
};

const MARKDOWN = /^\s{0,3}(#{1,6})\s+/u;
const HTML =
  /^(?:<(?!h[1-6]\b)[a-z][^<>]{0,200}>\s*){0,9}<h(?<level>[1-6])(?:\s[^<>]{0,200})?>(?<title>.+)<\/h\k<level>\s{0,9}>$/iu;
const LINE_BREAK = /[\n\r\u2028\u2029]/u;
/** UTF-16 units. What is longer is a paragraph: each passage below a heading is found and quoted with it. */
const MAX_TITLE = 200;

export type Heading = { level: number; title: string };

/**
 * The heading a line is by its own form: Markdown `#`, one of HTML, 第三章, a line that is one bracketed 【title】. Null
 * for other lines.
 */
export function headingOf(line: string): Heading | null {
  const title = line.trim();
  if (title.length > MAX_TITLE) return null;
  const marks = MARKDOWN.exec(line);
  if (marks) {
    const marked = trimCharacters(line.slice(marks[0].length).trimEnd(), { end: "#" }).trimEnd();
    if (!LINE_BREAK.test(marked)) return { level: marks[1]?.length ?? 1, title: plain(marked) };
  }
  const html = HTML.exec(title)?.groups;
  if (html) return { level: Number(html.level), title: plainText(html.title ?? "", "document").trim() };
  const chapter = title.length <= 40 ? CHAPTER.exec(title) : null;
  if (chapter && !/[。；;，,]/u.test(title)) {
    return { level: CHAPTER_LEVELS[chapter.groups?.unit ?? ""] ?? 4, title };
  }
  if (/^(?:【[^】]{1,30}】|〔[^〕]{1,30}〕|＜[^＞]{1,30}＞|\*\*[^*]{1,60}\*\*)[:：]?$/u.test(title)) {
    return { level: 6, title: plain(title) };
  }
  return null;
}

function plain(title: string): string {
  return trimCharacters(title, { start: "*_【〔＜", end: "*_】〕＞:：" }).trim();
}
