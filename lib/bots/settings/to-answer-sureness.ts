import { type AnswerSureness, answerSureness } from "./answer-sureness";

/** The choice that a bot's stored threshold stands for. */
export function toAnswerSureness(answerThreshold: number | null): AnswerSureness {
  if (answerThreshold === null) return "usual";
  return answerThreshold > answerSureness.generous.answerThreshold * 1.5 ? "careful" : "generous";
}
