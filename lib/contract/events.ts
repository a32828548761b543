import { z } from "zod";
import { contactForm } from "./contact";
import { hours } from "./hours";
import { sourceQuote } from "./message";
import { person } from "./person";
import { picture } from "./picture";
import { messageId } from "./request-fields";

/** Something that was said: by the visitor, by the bot, or by a person. Its `turn_id` is the position to go on from. */
export const turnEvent = z.strictObject({
  turn_id: messageId,
  role: z.enum(["visitor", "bot", "person"]),
  texts: z.array(z.string()).min(1),
  /** Unix milliseconds. */
  at: z.int(),
  /** Of a person's. */
  person: person.optional(),
  /** The text is then the word for it. */
  picture: picture.optional(),
  /** Of the bot's. */
  sources: z.array(sourceQuote).optional(),
});

/** Whether somebody awaits or has a person, and who that is. */
export const stateEvent = z.strictObject({
  handoff: z.boolean(),
  person: person.optional(),
  /** The staff's, where the bot has hours. */
  hours: hours.optional(),
  /** While a person is awaited: within how many seconds there is a reply as a rule. */
  wait_seconds: z.int().optional(),
  /** While a person is awaited: that in words, or that nobody is there. */
  notice: z.string().min(1).optional(),
  /** While nobody is there, or a person is awaited for long: the words of a form for `POST contact`. */
  contact_form: contactForm.optional(),
});
/** A person writes at the moment; over after a few seconds, or with their words. */
const typingEvent = z.strictObject({ person });
/** The visitor's turn up to which the person who has the chat has read. */
const seenEvent = z.strictObject({ turn_id: messageId });
export type TurnEvent = z.output<typeof turnEvent>;
export type StateEvent = z.output<typeof stateEvent>;

export const chatEvent = z.union([
  z.strictObject({ event: z.literal("turn"), data: turnEvent }),
  z.strictObject({ event: z.literal("state"), data: stateEvent }),
  z.strictObject({ event: z.literal("typing"), data: typingEvent }),
  z.strictObject({ event: z.literal("seen"), data: seenEvent }),
]);
export type ChatEvent = z.output<typeof chatEvent>;

/**
 * Of `GET events` without `Accept: text/event-stream`: what follows the position, and the position to ask from next.
 */
export const eventsResponse = z.strictObject({
  success: z.literal(true),
  events: z.array(chatEvent),
  next: z.union([messageId, z.literal("")]),
});
export type EventsResponse = z.output<typeof eventsResponse>;
