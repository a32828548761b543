import { z } from "zod";
import { chatId, messageId, widgetToken } from "./request-fields";

/** The body of `POST contact`: at least one of `email` and `phone`. Unknown fields are ignored. */
export const contactRequest = z.object({
  token: widgetToken,
  chat_id: chatId,
  name: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  question: z.string().optional(),
  /** The `consent_id` of the form whose consent the visitor gave. */
  consent: z.string().optional(),
});

/** The words of a form for it, in the visitor's language, while nobody is there to reply. */
export const contactForm = z.strictObject({
  title: z.string(),
  name: z.string(),
  /** Of one field for a telephone number or an address. */
  reach: z.string(),
  question: z.string(),
  consent: z.string(),
  /** Tells which words of consent these are, for `consent` of the request. */
  consent_id: z.string(),
  /** The owner's privacy policy and what its link is called, where there is one. */
  privacy_url: z.string().optional(),
  privacy: z.string().optional(),
  send: z.string(),
});
export type ContactForm = z.output<typeof contactForm>;

const left = z.strictObject({
  success: z.literal(true),
  /** What was kept, and when somebody is there. */
  reply: z.string().min(1),
  /** Of the turn that says it, and of the visitor's own. */
  message_id: messageId,
  turn_id: messageId,
});
/** Of a bot that is switched off. */
const paused = z.strictObject({ success: z.literal(false), reply: z.string().min(1) });

export const contactResponse = z.discriminatedUnion("success", [left, paused]);
export type ContactResponse = z.output<typeof contactResponse>;
