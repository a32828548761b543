import { z } from "zod";
import { person } from "./person";
import { picture } from "./picture";
import { messageId } from "./request-fields";

/** The form of `POST files`. */
export const filesForm = z.object({
  /** One JPEG, PNG, WebP or GIF of at most 5 MiB and 24 million pixels, its type by its content. */
  file: z.file(),
});

const sent = z.strictObject({
  success: z.literal(true),
  /** Of the visitor's turn that holds it. */
  turn_id: messageId,
  /** What stands for it wherever only words are shown. */
  text: z.string().min(1),
  picture,
  /** Whether somebody awaits or has a person, and who that is. */
  handoff: z.boolean(),
  person: person.optional(),
});
/** Of a bot that is switched off. */
const paused = z.strictObject({ success: z.literal(false), reply: z.string().min(1) });

export const filesResponse = z.discriminatedUnion("success", [sent, paused]);
export type FilesResponse = z.output<typeof filesResponse>;
