/**
 * How sure the bot must be, as an owner chooses it: confidences from which it answers, and from which it shows what may
 * help. Null: as measured, see docs/decisions/020-retrieval.md.
 */
export const answerSureness = {
  careful: { answerThreshold: 0.28, maybeThreshold: 0.18 },
  usual: { answerThreshold: null, maybeThreshold: null },
  generous: { answerThreshold: 0.15, maybeThreshold: 0.09 },
} as const;

export type AnswerSureness = keyof typeof answerSureness;

/** The choice that a bot's stored threshold stands for. */
export function toAnswerSureness(answerThreshold: number | null): AnswerSureness {
  if (answerThreshold === null) return "usual";
  return answerThreshold > answerSureness.generous.answerThreshold * 1.5 ? "careful" : "generous";
}
