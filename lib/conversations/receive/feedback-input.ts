import { feedbackRequest } from "@/lib/contract/feedback";
import { malformed, requestLimits } from "@/lib/contract/request-fields";
import type { Rating } from "@/lib/db/generated/enums";
import type { Lengths, ReasonOf } from "@/lib/error-reasons";
import { AppError } from "@/lib/errors";
import { cleanText, countCodePoints, dropDirections } from "@/lib/language/clean-text";
import { parseChatId } from "./message-input";

const fields = feedbackRequest.shape;

export type FeedbackInput = {
  chatId: string;
  /** The bot's turn. */
  messageId: string;
  /** Null takes the thumb back. */
  rating: Rating | null;
  reason: string;
};

/** Checks the fields of a feedback request. Throws AppError `bad_request` whose reason names the field. */
export function parseFeedbackInput(body: Record<string, unknown>): FeedbackInput {
  const chatId = parseChatId(body.chat_id);
  const messageId = fields.message_id.safeParse(body.message_id).data;
  if (messageId === undefined) throw refuse(malformed.message_id);
  const rating = fields.rating.safeParse(body.rating).data;
  if (rating === undefined) throw refuse(malformed.rating);
  const reason = parseReason(body.reason);
  return rating === "none"
    ? { chatId, messageId, rating: null, reason: "" }
    : { chatId, messageId, rating, reason };
}

function parseReason(value: unknown): string {
  if (value === undefined) return "";
  if (typeof value !== "string") throw refuse(malformed.reason);
  const reason = cleanText(dropDirections(value));
  const length = countCodePoints(reason);
  const max = requestLimits.feedbackReason;
  if (length > max) throw refuse("reason_too_long", { length, max });
  return reason;
}

function refuse(reason: ReasonOf<"bad_request">, lengths?: Lengths): AppError {
  return new AppError("bad_request", `feedback refused: ${reason}`, { reason, ...(lengths && { lengths }) });
}
