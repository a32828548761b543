import { readSpans, type Span } from "./read-spans";

/** Days with hours of their own; `YYYY-MM-DD`, or `MM-DD` for each year's. */
export type SpecialDays = { from: string; to: string; spans: Span[] };

/**
 * The days of a line (`2027-02-05~2027-02-10 春節`, `12-24 10:00-15:00`, `10/10`): with hours open then, else closed,
 * whatever words follow. Null for what can't be read.
 */
export function readSpecialDays(line: string): SpecialDays | null {
  if (line.length > longest) return null;
  const said = line.normalize("NFKC").replace(/\s+/g, " ").trim();
  const found = lineForm.exec(said);
  if (!found) return null;
  const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay, rest = ""] = found;
  const from = dateOf(fromYear, fromMonth, fromDay);
  const to = toDay === undefined ? from : dateOf(toYear ?? fromYear, toMonth, toDay);
  if (from === null || to === null || from.length !== to.length) return null;
  if (from.length > "MM-DD".length && from > to) return null;
  const spans = /\d/.test(rest) ? readSpans(rest) : [];
  return spans && { from, to, spans };
}

/** UTF-16 units. */
const longest = 200;
const date = "(?:(\\d{4})[-/.])?(\\d{1,2})[-/.](\\d{1,2})";
const lineForm = new RegExp(`^${date}(?: ?[-–—~〜到至] ?${date})?(?![\\d/.:-]) ?:? ?(.*)$`, "u");

function dateOf(year: string | undefined, month = "", day = ""): string | null {
  const text = `${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  // A leap year has every day that there is.
  const whole = `${year ?? "2028"}-${text}`;
  const at = Date.parse(`${whole}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== whole) return null;
  return year === undefined ? text : whole;
}
