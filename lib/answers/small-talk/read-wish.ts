import type { AnsweringBot, Question } from "@/lib/answers/answer";
import { asksForPerson } from "./asks-for-person";
import { readContact } from "./read-contact";

/** Whether a message asks for a person, and what it gives to be reached at: who gives that wants somebody to get back to them. */
export function readWish(
  { contact: own, fallbackText }: Pick<AnsweringBot, "contact" | "fallbackText">,
  message: string,
): Required<Pick<Question, "wantsPerson" | "contact">> {
  const wantsPerson = asksForPerson(message);
  const contact = readContact(message, { wantsPerson, own: [own, fallbackText] });
  return { wantsPerson: wantsPerson || contact !== null, contact };
}
