import type { SaidContact } from "@/lib/answers/small-talk/read-contact";
import { requestLimits } from "@/lib/contract/request-fields";
import type { ReasonOf } from "@/lib/error-reasons";
import { AppError } from "@/lib/errors";
import {
  cleanLine,
  cleanText,
  countCodePoints,
  dropDirections,
  hasVisibleCharacter,
} from "@/lib/language/clean-text";
import { phoneExtension } from "@/lib/language/values/phone-number";
import { isMailAddress } from "@/lib/mail/is-mail-address";
import { parseChatId } from "./message-input";

const limits = { name: requestLimits.visitor.name, reach: 300, question: requestLimits.message };

export type ContactInput = {
  chatId: string;
  name: string | null;
  contact: SaidContact;
  question: string | null;
  /** The id of the words of consent that the visitor gave. */
  consent: string | null;
};

/**
 * Checks the fields of a contact request. Throws AppError `bad_request` whose reason names the field; `contact_missing`
 * without a way to answer.
 */
export function parseContactInput(body: Record<string, unknown>): ContactInput {
  const chatId = parseChatId(body.chat_id);
  const name = parseLine(body.name, limits.name, "name_malformed");
  const email = parseLine(body.email, requestLimits.visitor.email, "email_malformed");
  const mailFault = email === null ? null : faultOfMail(email);
  if (mailFault) throw refuse(mailFault);
  const phone = parseLine(body.phone, limits.reach, "phone_malformed");
  const phoneFault = phone === null ? null : faultOfPhone(phone);
  if (phoneFault) throw refuse(phoneFault);
  const question = parseQuestion(body.question);
  if (email === null && phone === null) throw refuse("contact_missing");
  return { chatId, name, contact: { email, phone }, question, consent: parseConsent(body.consent) };
}

function faultOfMail(said: string): ReasonOf<"bad_request"> | null {
  if (isMailAddress(said)) return null;
  const [name = "", domain = "", ...more] = said.split("@");
  if (more.length > 0 || /\s/u.test(said)) return "email_malformed";
  if (name === "") return "email_without_name";
  return /^[^.]+(?:\.[^.]+)+$/u.test(domain) ? "email_malformed" : "email_without_domain";
}

/**
 * Null for digits with what people put between them, and perhaps an extension. A field for a number is no text that
 * one is looked for in: whoever fills it says that it is one, so numbers of all countries are taken, and a wrong one
 * is told what is wrong with it.
 */
function faultOfPhone(said: string): ReasonOf<"bad_request"> | null {
  const [number = ""] = said.normalize("NFKC").split(extension, 1);
  if (/\p{L}/u.test(number)) return "phone_has_letters";
  if (!/^\+?[\d ().-]*$/.test(number)) return "phone_malformed";
  const digits = number.replace(/\D/g, "").length;
  if (digits < 7) return "phone_too_short";
  return digits > 15 || number.length > 30 ? "phone_too_long" : null;
}

const extension = new RegExp(`${phoneExtension}$`, "i");

function parseConsent(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string" || value.length > 40) throw refuse("consent_malformed");
  return value;
}

function parseLine(value: unknown, max: number, reason: ReasonOf<"bad_request">): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string" || value.length > 2 * max + 200) throw refuse(reason);
  const text = cleanLine(value);
  if (!hasVisibleCharacter(text)) return null;
  if (countCodePoints(text) > max) throw refuse(reason);
  return text;
}

function parseQuestion(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string") throw refuse("question_malformed");
  const text = cleanText(dropDirections(value));
  if (!hasVisibleCharacter(text)) return null;
  if (countCodePoints(text) > limits.question) throw refuse("question_malformed");
  return text;
}

function refuse(reason: ReasonOf<"bad_request">): AppError {
  return new AppError("bad_request", `contact refused: ${reason}`, { reason });
}
