import { z } from "zod";
import { contactForm } from "./contact";
import { hours } from "./hours";
import { person } from "./person";
import { picture } from "./picture";
import { chatId, messageId, visitorKey, widgetToken } from "./request-fields";

export const historyTurn = z.object({ role: z.enum(["user", "assistant"]), content: z.string() });
export type HistoryTurn = z.output<typeof historyTurn>;

/** What a page's `identify` said: `name`, `email` and further keys. */
export const visitorTrait = z.union([z.string(), z.number(), z.boolean()]);

/**
 * The body of `POST message`. What is malformed in `page_url`, `locale`, `visitor`, `wants_person`, `since` and in
 * single turns of
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
  /** A turn of the chat: with the visitor's key, what a person wrote after it comes with the answer. */
  since: messageId.optional(),
});
export type MessageRequest = z.output<typeof messageRequest>;

export const sourceQuote = z.strictObject({
  title: z.string(),
  /** A literal span of the document. */
  quote: z.string().min(1),
  /** The part of `quote` that answers best, literally; left out where that is all of it. */
  best: z.string().min(1).optional(),
  url: z.string().min(1).optional(),
});
export type SourceQuote = z.output<typeof sourceQuote>;

const answered = z.strictObject({
  success: z.literal(true),
  reply: z.string().min(1),
  /** Further bubbles; those with `turn_id` and `person` a person wrote. `text` is the word for a `picture`. */
  extra_replies: z.array(
    z.strictObject({
      text: z.string().min(1),
      turn_id: messageId.optional(),
      person: person.optional(),
      picture: picture.optional(),
    }),
  ),
  chat_id: chatId,
  /** Of the visitor's own turn. */
  turn_id: messageId,
  /** Of this answer, for feedback on it; missing while a person has the chat. */
  message_id: messageId.optional(),
  sources: z.array(sourceQuote),
  /** False when the knowledge didn't cover the question. */
  answered: z.boolean(),
  /** Of the first message of a chat: shown in the header `Dawen-Visitor` it reads the chat. */
  visitor_key: visitorKey.optional(),
  /** Whether somebody awaits or has a person. */
  handoff: z.boolean(),
  /** Who has the chat. */
  person: person.optional(),
  /**
   * While a person is awaited: the staff's hours, within how many seconds there is a reply as a rule, and that in
   * words.
   */
  hours: hours.optional(),
  wait_seconds: z.int().optional(),
  notice: z.string().min(1).optional(),
  /** While a person is awaited and nobody is there: the words of a form for `POST contact`. */
  contact_form: contactForm.optional(),
});

/** Of a bot that is switched off. */
const paused = z.strictObject({ success: z.literal(false), reply: z.string().min(1) });

export const messageResponse = z.discriminatedUnion("success", [answered, paused]);
export type MessageAnswer = z.output<typeof answered>;
export type MessageResponse = z.output<typeof messageResponse>;

/**
 * Of `Accept: text/event-stream`: the words as they come; then `done` with the JSON body, or `error` with an error's.
 */
export const deltaEvent = z.strictObject({ text: z.string().min(1) });
export type DeltaEvent = z.output<typeof deltaEvent>;

/** Whether something that was kept as an answer of `message` is one, by an earlier version of the server too. */
export function isMessageResponse(value: unknown): value is MessageResponse {
  return keptAnswer.safeParse(value).success;
}

const keptAnswer = z.looseObject({ success: z.boolean(), reply: z.string() });
