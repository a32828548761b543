import { z } from "zod";
import type { Ctx } from "@/lib/context";
import { pasteKnowledge } from "@/lib/knowledge/search/paste-knowledge";
import { lineInput, textInput } from "@/lib/language/text-input";
import type { Answer } from "./answer";
import { answerQuestion } from "./answer-question";
import { spokenLanguage } from "./message/spoken-language";

const textLimits = { text: 10_000, question: 300 } as const;

export const answerTextInput = z.strictObject({
  text: textInput(textLimits.text),
  question: lineInput(textLimits.question),
});
export type AnswerTextInput = z.output<typeof answerTextInput>;

/**
 * What a bot would answer that has this text as its one document, in the text's own words: nothing is stored, and no
 * model is asked. `title`: what the text is called where it is quoted. `acceptLanguage`: of the browser.
 */
export async function answerText(
  { db }: Pick<Ctx, "db">,
  { text, question }: AnswerTextInput,
  { title, acceptLanguage }: { title: string; acceptLanguage: string | null },
): Promise<Pick<Answer, "bubbles" | "sources" | "answered">> {
  const pasted = await pasteKnowledge(title, text);
  const asked = {
    question,
    language: spokenLanguage([question], [acceptLanguage]),
    wantsPerson: false,
    history: [],
  };
  const { bubbles, sources, answered } = await answerQuestion(
    { db, model: null, embedder: null },
    { ...newBot, pasted },
    asked,
  );
  return { bubbles, sources, answered };
}

/** As a bot is that was just made. */
export const newBot = {
  id: "",
  teamId: "",
  knowledgeVersion: 0,
  answerModel: "",
  instructions: "",
  unsupportedRule: "drop",
  modelFault: null,
  fallbackText: "",
  contact: "",
  wordings: "",
  offersPerson: false,
  answerThreshold: null,
  maybeThreshold: null,
} as const;
