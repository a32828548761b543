import type { Passage, Span } from "@/lib/language/passage";

/** A passage as it is stored: spans as start and end, one after the other. */
export type PassageRow = {
  ordinal: number;
  start: number;
  end: number;
  headings: string[];
  questions: number[];
  answer: number[];
};

export function toPassageRow(
  { start, end, headings, questions, answer }: Passage,
  ordinal: number,
): PassageRow {
  return {
    ordinal,
    start,
    end,
    headings,
    questions: (questions ?? []).flatMap((span) => [span.start, span.end]),
    answer: answer ? [answer.start, answer.end] : [],
  };
}

export function toPassage({ start, end, headings, questions, answer }: PassageRow): Passage {
  const asked = toSpans(questions);
  const [answered] = toSpans(answer);
  return {
    start,
    end,
    headings,
    ...(asked.length > 0 && { questions: asked }),
    ...(answered && { answer: answered }),
  };
}

function toSpans(offsets: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at + 1 < offsets.length; at += 2) {
    spans.push({ start: offsets[at] ?? 0, end: offsets[at + 1] ?? 0 });
  }
  return spans;
}
