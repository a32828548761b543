/** From when to when somebody is there: minutes after midnight; past midnight `to` goes on beyond 1440. */
export type Span = { from: number; to: number };

/**
 * The hours of a day as people write them (「9-12, 13:30~18:00」, `22:00-02:00` over midnight, 「全天」): in order, those
 * that meet made one. Empty for a day off: nothing, or 「公休」. Null for what can't be read.
 */
export function readSpans(text: string): Span[] | null {
  const said = text.slice(0, longest).normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
  if (text.length > longest) return null;
  if (dayOff.test(said)) return [];
  if (allDay.test(said)) return [{ from: 0, to: day }];
  const spans: Span[] = [];
  let at = 0;
  while (at < said.length) {
    spanForm.lastIndex = at;
    const found = spanForm.exec(said);
    const span = found && toSpan(found.slice(1));
    if (!span) return null;
    spans.push(span);
    at = spanForm.lastIndex;
  }
  return spans.length > mostSpans ? null : joinSpans(spans);
}

/** The hours as they are stored and shown: `09:00-12:00, 13:30-18:00`. */
export function writeSpans(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${clock(from)}-${to === day ? "24:00" : clock(to)}`).join(", ");
}

const day = 1_440;
/** UTF-16 units. */
const longest = 100;
const mostSpans = 6;
const dayOff = /^(?:公?休息?日?|不營業|無|off|closed|none)?$/;
const allDay = /^(?:全天|整天|24 ?(?:小時|h|hours)|all day)$/;
const time = "(\\d{1,2})(?::([0-5]\\d)|點(半)?)?";
const spanForm = new RegExp(` ?${time} ?(?:-|–|—|~|〜|到|至|to) ?${time} ?(?:[,、;/和及]|(?<= )|$)`, "y");

function toSpan([fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf]: (
  | string
  | undefined
)[]): Span | null {
  const from = minutesOf(fromHour, fromMinute, fromHalf);
  const to = minutesOf(toHour, toMinute, toHalf);
  if (from >= day || to > day || from === to) return null;
  return { from, to: to > from ? to : to + day };
}

function minutesOf(hour: string | undefined, minute: string | undefined, half: string | undefined): number {
  return Number(hour) * 60 + (half ? 30 : Number(minute ?? 0));
}

function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}

function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
