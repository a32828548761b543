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
import { isMailAddress } from "@/lib/mail/is-mail-address";
import { parseChatId } from "./message-input";

const limits = { name: requestLimits.visitor.name, phone: 40, question: requestLimits.message };

export type ContactInput = {
  chatId: string;
  name: string | null;
  contact: SaidContact;
  question: string | null;
};

/**
 * Checks the fields of a contact request. Throws AppError `bad_request` whose reason names the field; `contact_missing` without a way
 * to answer.
 */
export function parseContactInput(body: Record<string, unknown>): ContactInput {
  const chatId = parseChatId(body.chat_id);
  const name = parseLine(body.name, limits.name, "name_malformed");
  const email = parseLine(body.email, requestLimits.visitor.email, "email_malformed");
  if (email !== null && !isMailAddress(email)) throw refuse("email_malformed");
  const phone = parseLine(body.phone, limits.phone, "phone_malformed");
  if (phone !== null && !isPhone(phone)) throw refuse("phone_malformed");
  const question = parseQuestion(body.question);
  if (email === null && phone === null) throw refuse("contact_missing");
  return { chatId, name, contact: { email, phone }, question };
}

/** Digits with what people put between them, and perhaps an extension. */
function isPhone(said: string): boolean {
  const text = said.normalize("NFKC");
  if (!/^\+?[\d ().-]{6,30}(?:(?:#|分機|分机|内線|ext\.?) ?\d{1,6})?$/i.test(text)) return false;
  const digits = text.replace(/(?:#|分機|分机|内線|ext).*/i, "").replace(/\D/g, "").length;
  return digits >= 7 && digits <= 15;
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
