import { z } from "zod";
import type { Rating } from "@/lib/db/generated/enums";
import type { Lengths, ReasonOf } from "@/lib/error-reasons";
import { AppError } from "@/lib/errors";
import { cleanText, countCodePoints, dropDirections } from "@/lib/language/clean-text";
import { parseChatId } from "./message-input";

const maxReasonLength = 300;

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
  const messageId = z.uuid().safeParse(body.message_id).data;
  if (messageId === undefined) throw refuse("message_id_malformed");
  const rating = z.enum(["up", "down", "none"]).safeParse(body.rating).data;
  if (rating === undefined) throw refuse("rating_malformed");
  const reason = parseReason(body.reason);
  return rating === "none"
    ? { chatId, messageId, rating: null, reason: "" }
    : { chatId, messageId, rating, reason };
}

function parseReason(value: unknown): string {
  if (value === undefined) return "";
  if (typeof value !== "string") throw refuse("reason_malformed");
  const reason = cleanText(dropDirections(value));
  const length = countCodePoints(reason);
  if (length > maxReasonLength) throw refuse("reason_too_long", { length, max: maxReasonLength });
  return reason;
}

function refuse(reason: ReasonOf<"bad_request">, lengths?: Lengths): AppError {
  return new AppError("bad_request", `feedback refused: ${reason}`, { reason, ...(lengths && { lengths }) });
}
