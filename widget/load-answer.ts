import type { FillAnswer } from "./answer";
import { isRecord, textOf } from "./json";

export interface AnswerModule {
  fillAnswer: FillAnswer;
  css: string;
}

const PATIENCE_MS = 4_000;

/**
 * Loads widget/answer.js: Markdown and sources. It is asked for when the first answer is near; null when it can't be
 * had, for lack of a network say. Never rejects.
 */
export async function loadAnswer(origin: string): Promise<AnswerModule | null> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const found: unknown = await Promise.race([import(`${origin}/widget/answer.js`).catch(() => {}), patience]);
  if (!isRecord(found) || !isFillAnswer(found.fillAnswer)) return null;
  return { fillAnswer: found.fillAnswer, css: textOf(found.css) };
}

/** answer.js is built from the same source; a function under this name is that function. */
function isFillAnswer(value: unknown): value is FillAnswer {
  return typeof value === "function";
}
