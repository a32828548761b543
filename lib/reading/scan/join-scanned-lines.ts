import { escapeText } from "../escape-text";

/**
 * Recognised text as it would be written: no blanks between Han characters and wide marks beside them, `NT$` where its
 * sign was read as a letter, lines that only ended at the edge of the page joined to paragraphs.
 * @param text lines, with an empty one between paragraphs
 */
export function joinScannedLines(text: string): string {
  const lines = text.split("\n").map((line) => escapeText(tidy(line)));
  const widest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  let joined = "";
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1] ?? "";
    const goesOn =
      line !== "" &&
      before.length >= widest * fullShare &&
      before.length >= leastFull &&
      !ends.test(before) &&
      !begins.test(line);
    const blank = /[a-z,]$/iu.test(before) && /^[a-z]/iu.test(line) ? " " : "";
    joined += goesOn ? blank + line : `\n${line}`;
  }
  return joined.replace(/\n{3,}/gu, "\n\n").trim();
}

/** Of the widest line of the page, and in characters: a line that reaches the edge. */
const fullShare = 0.85;
const leastFull = 12;
const ends = /[。！？!?：:；;]$/u;
/** What begins a line of a list. */
const begins = /^(?:[-•●○■◆*]|\d{1,2}[.、)]|[(（]?[一二三四五六七八九十]{1,2}[、)）])/u;

const han = "\\p{Script=Han}\\p{Script=Bopomofo}";
const wide = `${han}，。、；：！？「」『』（）《》—…·`;
const between = new RegExp(`(?<=[${wide}]) +(?=[${wide}\\d])|(?<=\\d) +(?=[${wide}])`, "gu");
const narrowMark = new RegExp(`(?<=[${wide}]) ?([,;:!?]) ?|(?<=\\S) ?([,;:!?]) ?(?=[${han}])`, "gu");
const wideMarks: Record<string, string> = { ",": "，", ";": "；", ":": "：", "!": "！", "?": "？" };
const lastStop = new RegExp(`(?<=[${han}]) ?o$`, "u");

function tidy(line: string): string {
  return line
    .replace(/\s+/gu, " ")
    .trim()
    .replace(
      narrowMark,
      (found, first?: string, second?: string) => wideMarks[first ?? second ?? ""] ?? found,
    )
    .replace(between, "")
    .replace(lastStop, "。")
    .replace(/\bNTS\$?(?= ?\d)/gu, "NT$");
}
