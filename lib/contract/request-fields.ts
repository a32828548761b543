import { z } from "zod";
import { idInput } from "@/lib/id-input";

/** What a bot is asked by: 32 lower-case hexadecimal digits. */
export const widgetToken = z.string().regex(/^[0-9a-f]{32}$/);

/** Characters are code points, counted when a text is cleaned and trimmed. */
export const requestLimits = {
  bodyBytes: 64 * 1024,
  message: 300,
  historyTurns: 10,
  visitor: { name: 100, email: 254, traits: 20, key: 40, value: 200 },
  feedbackReason: 300,
} as const;

/** Why a field is refused that isn't what the contract says; what is no text, no list and no choice at all. */
export const malformed = {
  message: "message_missing",
  history: "history_malformed",
  chat_id: "chat_id_malformed",
  message_id: "message_id_malformed",
  rating: "rating_malformed",
  reason: "reason_malformed",
} as const;

export const chatId = z.string().regex(/^web_[0-9a-f]{8,32}$/);
export const messageId = idInput;
/** A value of `Dawen-Visitor`. */
export const visitorKey = z.string().regex(/^[\w-]{64}$/);

/** A value of `Idempotency-Key`. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,200}$/);
