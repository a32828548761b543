import { answerWords } from "@/lib/i18n/words/answer-words";

/** Whether what the bot said was that the documents don't have the thing that was asked of, or nothing at all. */
export function tellsAbsent(reply: string): boolean {
  const said = reply.slice(0, longest);
  return beginnings.some((beginning) => said.startsWith(beginning));
}

/** UTF-16 units. */
const longest = 200;
const beginnings = Object.values(answerWords).flatMap(({ nearest, unknown }) => [
  nearest([""]).split(/["“「]/u)[0] ?? "",
  unknown,
]);
