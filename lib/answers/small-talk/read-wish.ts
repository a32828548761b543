import type { AnsweringBot, Question } from "@/lib/answers/answer";
import { readsAsQuestion } from "@/lib/answers/message/reads-as-question";
import { asksForPerson } from "./asks-for-person";
import { readContact, type SaidContact } from "./read-contact";

/**
 * Whether a message asks for a person, what it gives to be reached at (who gives that wants somebody to get back to
 * them), and what it asks beside that: 「可以退貨嗎」 of 「可以退貨嗎？我的電話是 0912-345-678」.
 */
export function readWish(
  { contact: own, fallbackText }: Pick<AnsweringBot, "contact" | "fallbackText">,
  message: string,
): Required<Pick<Question, "wantsPerson" | "contact" | "beside">> {
  const asks = asksForPerson(message);
  const contact = readContact(message, { wantsPerson: asks, own: [own, fallbackText] });
  const wantsPerson = asks || contact !== null;
  return { wantsPerson, contact, beside: wantsPerson ? readBeside(message, contact) : "" };
}

/** The questions of a message that neither wish for a person nor tell where to reach its writer. */
function readBeside(message: string, contact: SaidContact | null): string {
  const given = [contact?.phone, contact?.email].filter((said) => typeof said === "string");
  const rest = given.reduce(
    (left, said) => left.replace(said, " @ "),
    message.slice(0, longest).normalize("NFKC"),
  );
  return rest
    .split(clauseEnds)
    .filter((clause) => readsAsQuestion(clause) && !asksForPerson(clause) && !callsBack.test(clause))
    .join("？");
}

/** UTF-16 units: a message is no longer. */
const longest = 1_200;
const clauseEnds = /[,，。.!！?？;；\n@]+|(?<=[\p{Script=Han}])\s+|(?<=[嗎吗])/u;
const callsBack =
  /(?:打|撥|拨|回|電|电|聯|联|連|连|絡|络|繫|系|通知|告訴|告诉|寄|傳|传|發|发).{0,3}我|(?:電話|电话|手機|手机|信箱|邮箱|號碼|号码)(?:是|為|为|:|：)|\b(?:call|phone|ring|text|mail|email|reach|contact|message|write)\b.{0,12}\b(?:me|us)\b|連絡|電話番号|折り返/iu;
