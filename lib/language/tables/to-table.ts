import { isTableRow } from "@/lib/language/line-kind";
import { plainText } from "@/lib/language/markup/plain-text";
import { widthOf } from "@/lib/language/split-sentences";
import { findUnit, nameColumns } from "./name-columns";
import { type Cell, type RowForm, splitRow } from "./split-row";
import { type Column, isRule, type Line, type Row, spanOf, type Table } from "./table";

/** `lead`: the rows that name the columns, where they stand elsewhere. `around`: the lines before and behind. */
type Context = { lead: string; around: readonly string[] };

/** The table that lines of one form are; null where no row is left. */
export function toTable(
  text: string,
  lines: readonly Line[],
  form: RowForm,
  { lead, around }: Context,
): Table | null {
  const written = lines.filter((line) => !isRule(line.text));
  const ruleAt = lines.findIndex((line) => isRule(line.text));
  const isWide = form === "tabs" && hasWideTabs(text, written);
  const rowsOfCells = written.map((line) => splitRow(text, line, form, isWide));
  const led = readLead(lead, isWide);
  const cells = form === "gaps" ? alignRows(text, written, rowsOfCells, led.names[0]?.length) : rowsOfCells;
  const heads = lead === "" ? headsOf(cells, ruleAt > 0) : 0;
  const headRows = lead === "" ? cells.slice(0, heads).map((row) => row.map(toName)) : led.names;
  const rows = withSubjects(
    written.slice(heads).map((line, at) => ({ ...spanOf(text, line), cells: cells[heads + at] ?? [] })),
  );
  if (rows.length === 0 && heads === 0) return null;
  const caption = findUnit([...led.captions, ...around].join("\n"));
  const columns = headRows.length === 0 ? null : nameColumns(headRows, caption);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return null;
  return {
    start: spanOf(text, first).start,
    end: spanOf(text, last).end,
    columns,
    heads: cells.slice(0, heads),
    rows,
    lines: lines.map((line) => spanOf(text, line)),
    isTurned: columns !== null && isTurned(columns, rows),
    isLed: lead !== "",
    form,
  };
}

/** Whether what stands above a stretch of a text names the columns of the table that it goes on with. */
export function isLead(lead: string): boolean {
  return isTableRow(lead.slice(lead.lastIndexOf("\n") + 1));
}

/** The rows of a lead that name the columns. */
export function namesOfLead(lead: string): string[][] {
  return readLead(lead, false).names;
}

/** The rows of a lead, and the lines above them that tell a unit. */
function readLead(lead: string, isWide: boolean): { names: string[][]; captions: string[] } {
  const lines = lead === "" ? [] : lead.split("\n");
  const names = lines.filter(isTableRow).map((line) => {
    const form = /[|｜]/u.test(line) ? "pipes" : "tabs";
    return splitRow(line, { start: 0, end: line.length }, form, isWide).map(toName);
  });
  return { names, captions: lines.filter((line) => !isTableRow(line)) };
}

function toName({ text }: Cell): string {
  return plainText(text, "document").replace(/\s+/gu, " ").trim();
}

/** Whether several tabs in a row are one border: then the rows have as many cells, else they have not. */
function hasWideTabs(text: string, lines: readonly Line[]): boolean {
  if (!lines.some((line) => line.text.includes("\t\t"))) return false;
  const widths = (isWide: boolean) =>
    new Set(lines.map((line) => splitRow(text, line, "tabs", isWide).length));
  return widths(true).size === 1 && widths(false).size > 1;
}

/**
 * Of rows that blanks align, each cell stands below the name that begins nearest to it. `width`: how many names
 * stand elsewhere.
 */
function alignRows(text: string, lines: readonly Line[], rows: readonly Cell[][], width?: number): Cell[][] {
  const headAt = width === undefined ? 0 : rows.findIndex((row) => row.length === width);
  const head = rows[headAt];
  const headLine = lines[headAt];
  if (!head || !headLine) return [...rows];
  const starts = head.map(({ start }) => widthOf(text.slice(headLine.start, start)));
  return rows.map((row, index) => {
    const line = lines[index];
    if (!line || row.length >= head.length) return row;
    const aligned: Cell[] = head.map(() => ({ text: "", start: line.start, end: line.start }));
    let least = 0;
    for (const cell of row) {
      if (cell.text === "" || least >= starts.length) continue;
      const at = widthOf(text.slice(line.start, cell.start));
      const distances = starts.slice(least).map((start) => Math.abs(start - at));
      const nearest = least + distances.indexOf(Math.min(...distances));
      aligned[nearest] = cell;
      least = nearest + 1;
    }
    return aligned;
  });
}

/** How many of the first rows name the columns: none, one or two. */
function headsOf(rows: readonly Cell[][], isRuled: boolean): number {
  const [first, second, ...below] = rows;
  if (!first || !second) return isRuled ? 1 : 0;
  if (!isRuled && !looksLikeNames(first, [second, ...below])) return 0;
  return below.length > 0 && isSecondHead(first, second) ? 2 : 1;
}

/** Whether a row tells what stands in the columns below it, and isn't of the same kind as what stands there. */
function looksLikeNames(first: readonly Cell[], below: readonly (readonly Cell[])[]): boolean {
  if (first[0]?.text === "") return true;
  if (first.length < 2) return false;
  const isSame = (column: number) => {
    const own = shapeOf(first[column]?.text ?? "");
    if (!own.includes("0")) return false;
    const alike = below.filter((row) => shapeOf(row[column]?.text ?? "") === own);
    return alike.length * 2 > below.length;
  };
  if (first.some((_, column) => column > 0 && isSame(column))) return isYears(first);
  if (first.length > 2) return true;
  const [label = "", value = ""] = first.map(({ text }) => text);
  if (namesKind.test(label) || namesValue.test(value)) return true;
  const told = below.filter((row) => /\d/u.test(row[1]?.text ?? "")).length;
  return (
    !/\d/u.test(value) && value.length <= longestName && told * 2 > below.length && !attribute.test(label)
  );
}

/** 「6,800元」 and 「500元」 are of one shape. */
function shapeOf(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\d[\d,.]*/gu, "0")
    .replace(/\s+/gu, "");
}

function isYears(row: readonly Cell[]): boolean {
  return row.slice(1).every(({ text }) => /^(?:(?:19|20)\d\d|\d{2,3}年度?)$/u.test(text.trim()));
}

/** Whether the second row tells the columns of what the first one names apart: 平日 and 假日, below both 上午 and 下午. */
function isSecondHead(first: readonly Cell[], second: readonly Cell[]): boolean {
  const label = second[0]?.text ?? "";
  if (label !== "" && label !== first[0]?.text) return false;
  const named = second.slice(1).filter(({ text }) => text !== "");
  if (named.length < 2 || named.some(({ text }) => text.length > longestName || isFigure.test(text)))
    return false;
  return first.slice(1).some(({ text }, at) => text === "" || text === first[at]?.text);
}

/** UTF-16 units. */
const longestName = 12;
const isFigure = /^[^\p{L}\d]{0,4}\d[\d,.]{0,12}(?:元|塊|圓)?$/u;
const namesKind =
  /^(?:項目|項次|品名|品項|名稱|種類|類別|類型|分類|等級|級別|方案|課程|服務|商品|產品|地區|區域|縣市|尺寸|規格|型號|款式|時段|時間|日期|星期|對象|身分|方式|部門|單位|店別|門市|分店|文件|證件|item|name|type|plan|product|service|size|day|area)/iu;
const namesValue =
  /^(?:價格|價錢|售價|定價|單價|金額|費用|收費|費率|運費|數量|庫存|時間|時數|內容|說明|備註|電話|地址|天數|人數|功能|price|fee|cost|amount|note|description|time|hours|phone|address)/iu;
/** What is told of a thing, as the label of a row. */
const attribute =
  /^(?:價格|價錢|售價|定價|單價|金額|費用|收費|月費|年費|運費|尺寸|大小|容量|重量|淨重|床型|坪數|面積|人數|時間|時數|堂數|天數|期限|效期|保存|保固|地址|電話|傳真|營業|材質|成分|顏色|產地|品種|風味|包裝|適合|對象|早餐|設施|設備|停車|折扣|優惠|門檻|備註|說明|price|fee|cost|size|weight|capacity|beds?|guests?|time|hours|address|phone|material|colou?r|warranty|note)/iu;

/** Of a row whose first cell is empty the subject is that of the row above. */
function withSubjects(rows: readonly Omit<Row, "subject">[]): Row[] {
  let subject: Cell | undefined;
  return rows.map((row) => {
    const [own] = row.cells;
    const goesOn = own !== undefined && (own.text === "" || isSame.test(own.text));
    if (!goesOn || subject === undefined) subject = own ?? { text: "", start: row.start, end: row.start };
    return { ...row, subject };
  });
}

const isSame = /^(?:〃|″|同上|"|ditto)$/iu;

/** Whether most labels of the rows are what is told of a thing, and the columns' names are not. */
function isTurned(columns: readonly Column[], rows: readonly Row[]): boolean {
  const labels = rows.map(({ subject }) => subject.text);
  const told = labels.filter((label) => attribute.test(label)).length;
  const names = columns.slice(1).map(({ name }) => name);
  return (
    columns.length > 2 &&
    told * 2 > labels.length &&
    !names.some((name) => attribute.test(name) || namesValue.test(name))
  );
}
