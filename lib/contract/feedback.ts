import { z } from "zod";
import { chatId, messageId, widgetToken } from "./request-fields";

/** The body of `POST feedback`; unknown fields are ignored. */
export const feedbackRequest = z.object({
  token: widgetToken,
  chat_id: chatId,
  /** Of the bot's answer. */
  message_id: messageId,
  /** "none" takes the thumb back. */
  rating: z.enum(["up", "down", "none"]),
  reason: z.string().optional(),
});
export type FeedbackRequest = z.output<typeof feedbackRequest>;
