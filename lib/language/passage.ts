/** A stretch of a stored text, as UTF-16 offsets: `text.slice(start, end)`. */
export type Span = { start: number; end: number };

export type Passage = Span & {
  /** Headings above the passage, outermost first; then the rows that name the columns of a table that goes on. */
  headings: string[];
  /** Of a question-answer pair: the question and other ways to ask it, without their labels. */
  questions?: Span[];
  /** Of a question-answer pair: the answer without its label. */
  answer?: Span;
};
