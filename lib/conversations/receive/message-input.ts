import { type HistoryTurn, historyTurn, messageRequest } from "@/lib/contract/message";
import { chatId, malformed, requestLimits } from "@/lib/contract/request-fields";
import type { Lengths, ReasonOf } from "@/lib/error-reasons";
import { AppError } from "@/lib/errors";
import { cleanText, countCodePoints, dropDirections, hasVisibleCharacter } from "@/lib/language/clean-text";
import { cutText } from "@/lib/language/cut-text";
import { randomHex } from "@/lib/random-hex";
import { parseVisitor, type SaidVisitor } from "./visitor-input";

/**
 * Code points of a turn that are read: a visitor's is no longer, and of an answer the beginning tells
 * what it was about.
 */
const maxTurnLength = { user: requestLimits.message, assistant: 2_000 };
const blanksAround = 100;

export type MessageInput = {
  message: string;
  history: HistoryTurn[];
  chatId: string;
  pageUrl: string | null;
  locale: string | null;
  visitor: SaidVisitor | null;
  /** The visitor asks for a person, not for an answer. */
  wantsPerson: boolean;
};

/**
 * Checks the fields of a message request as the public contract says. The message is cleaned and trimmed; history is
 * cut to its last 10 entries and each to what can matter, then malformed entries are dropped; a missing chat id is
 * made. Throws AppError `bad_request` whose reason names the field.
 */
export function parseMessageInput(body: Record<string, unknown>): MessageInput {
  return {
    message: parseMessage(body.message),
    history: parseHistory(body.history),
    chatId: body.chat_id === undefined ? `web_${randomHex(16)}` : parseChatId(body.chat_id),
    pageUrl: parsePageUrl(body.page_url),
    locale: parseLocale(body.locale),
    visitor: parseVisitor(body.visitor),
    wantsPerson: body.wants_person === true,
  };
}

function parseMessage(value: unknown): string {
  const text = messageRequest.shape.message.safeParse(value).data;
  if (text === undefined) throw refuse(malformed.message);
  const message = cleanText(dropDirections(text));
  if (!hasVisibleCharacter(message)) throw refuse("message_empty");
  const length = countCodePoints(message);
  const max = requestLimits.message;
  if (length > max) {
    throw refuse("message_too_long", { length, max });
  }
  return message;
}

function parseHistory(value: unknown): HistoryTurn[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw refuse(malformed.history);
  return value.slice(-requestLimits.historyTurns).flatMap((entry: unknown): HistoryTurn[] => {
    const turn = historyTurn.safeParse(entry).data;
    if (!turn) return [];
    const { role, content } = turn;
    const max = maxTurnLength[role];
    const text = cutText(cleanText(cutText(content, max + blanksAround)), max);
    return text === "" ? [] : [{ role, content: text }];
  });
}

/** Throws AppError `bad_request` for anything but `web_` and 8 to 32 lower-case hexadecimal digits. */
export function parseChatId(value: unknown): string {
  const id = chatId.safeParse(value).data;
  if (id === undefined) throw refuse(malformed.chat_id);
  return id;
}

/** A page's `locale`; null for what is no language tag. */
export function parseLocale(value: unknown): string | null {
  return typeof value === "string" && /^[A-Za-z0-9-]{2,35}$/.test(value) ? value : null;
}

function parsePageUrl(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 2048 || !URL.canParse(value)) return null;
  const url = new URL(value);
  return url.protocol === "http:" || url.protocol === "https:" ? cleanText(url.href) : null;
}

function refuse(reason: ReasonOf<"bad_request">, lengths?: Lengths): AppError {
  return new AppError("bad_request", `message request refused: ${reason}`, {
    reason,
    ...(lengths && { lengths }),
  });
}
