import type { Question } from "@/lib/answers/answer";
import {
  complaintWords,
  isOfService,
  orderWords,
  readTrouble,
  type Trouble,
  wrongWords,
} from "@/lib/answers/message/read-trouble";
import { findContext } from "@/lib/knowledge/query/find-context";
import type { QueryContext } from "@/lib/knowledge/query/query-context";
import { plainSpeech } from "@/lib/language/words/plain-speech";
import { asksNextValue } from "../values/asks-next-value";
import { tellsAbsent } from "./tells-absent";

/** What is looked for: for who waits for an order the section on that, whatever words they waited in. */
export function readAsked({ question, history }: Question, trouble: Trouble | null) {
  if (trouble === "order") return { query: orderWords, context: { about: "", share: 1, aside: question } };
  if (trouble) {
    const said = troubleTold({ question, history });
    const aside = isOfService(said) ? said : `${said} ${complaintWords}`;
    return { query: wrongWords(said) ?? said, context: { about: "", share: 1, aside } };
  }
  const context = asksNextValue(question, history)
    ? null
    : withAbsent(findContext(question, history), history);
  return { query: context?.instead ?? question, context };
}

/** What is asked on of a thing that the documents don't have is no surer than before. */
function withAbsent(context: QueryContext | null, history: Question["history"]): QueryContext | null {
  if (!context?.isOfSame) return context;
  const last = history.findLast(({ role }) => role === "assistant")?.content ?? "";
  return tellsAbsent(last) ? { ...context, isOfAbsent: true } : context;
}

/** What the visitor told of it: 「店員態度差」 with the 「那怎麼辦」 that comes behind it. */
export function troubleTold({ question, history }: Pick<Question, "question" | "history">): string {
  if (readTrouble(question)) return question;
  return `${history.findLast(({ role }) => role === "user")?.content ?? ""} ${question}`;
}

/** What the visitor types as people talk, as it would be written. */
export function plainly(asked: Question): Question {
  return {
    ...asked,
    question: plainSpeech(asked.question),
    history: withoutQuestion(asked).map((turn) =>
      turn.role === "user" ? { ...turn, content: plainSpeech(turn.content) } : turn,
    ),
  };
}

/** The widget may list the question itself as the last thing said. */
function withoutQuestion({ question, history }: Question): Question["history"] {
  const last = history.at(-1);
  return last?.role === "user" && last.content === question ? history.slice(0, -1) : history;
}
