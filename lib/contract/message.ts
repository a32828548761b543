import { z } from "zod";
import { chatId, messageId, widgetToken } from "./request-fields";

export const historyTurn = z.object({ role: z.enum(["user", "assistant"]), content: z.string() });
export type HistoryTurn = z.output<typeof historyTurn>;

/** What a page's `identify` said: `name`, `email` and further keys. */
export const visitorTrait = z.union([z.string(), z.number(), z.boolean()]);

/**
 * The body of `POST message`. What is malformed in `page_url`, `locale`, `visitor`, `wants_person` and in single turns of
 * `history` is left out and refuses nothing; unknown fields are ignored.
 */
export const messageRequest = z.object({
  token: widgetToken,
  message: z.string(),
  history: z.array(historyTurn).optional(),
  chat_id: chatId.optional(),
  page_url: z.string().optional(),
  locale: z.string().optional(),
  visitor: z.record(z.string(), visitorTrait.optional()).optional(),
  /** The visitor asks for a person, not for an answer. */
  wants_person: z.boolean().optional(),
});
export type MessageRequest = z.output<typeof messageRequest>;

export const sourceQuote = z.strictObject({
  title: z.string(),
  /** A literal span of the document. */
  quote: z.string().min(1),
  url: z.string().min(1).optional(),
});
export type SourceQuote = z.output<typeof sourceQuote>;

const answered = z.strictObject({
  success: z.literal(true),
  reply: z.string().min(1),
  extra_replies: z.array(z.strictObject({ text: z.string().min(1) })),
  chat_id: chatId,
  /** Of this answer, for feedback on it. */
  message_id: messageId,
  sources: z.array(sourceQuote),
  /** False when the knowledge didn't cover the question. */
  answered: z.boolean(),
});

/** Of a bot that is switched off. */
const paused = z.strictObject({ success: z.literal(false), reply: z.string().min(1) });

export const messageResponse = z.discriminatedUnion("success", [answered, paused]);
export type MessageAnswer = z.output<typeof answered>;
export type MessageResponse = z.output<typeof messageResponse>;

/** Of `Accept: text/event-stream`: the words as they come; then `done` with the JSON body, or `error` with an error's. */
export const deltaEvent = z.strictObject({ text: z.string().min(1) });

/** Whether something that was kept as an answer of `message` is one, by an earlier version of the server too. */
export function isMessageResponse(value: unknown): value is MessageResponse {
  return keptAnswer.safeParse(value).success;
}

const keptAnswer = z.looseObject({ success: z.boolean(), reply: z.string() });
