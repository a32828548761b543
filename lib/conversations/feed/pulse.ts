import { z } from "zod";

const chat = z.string();

/** What is so for a moment in a team's chats; who comes later never hears of it. */
export const pulseSchema = z.discriminatedUnion("type", [
  /** The visitor is writing. */
  z.object({ type: z.literal("typing"), chat }),
  /**
   * A member looks at a chat, writes in it, or has turned away; `hasIt`: it was theirs then. What is told of one
   * `visit` after it was told gone was said before.
   */
  z.object({
    type: z.literal("presence"),
    chat,
    member: z.object({ id: z.string(), name: z.string() }),
    doing: z.enum(["reading", "typing", "gone"]),
    hasIt: z.boolean(),
    visit: z.string().optional(),
  }),
  /** A member has read more of a chat; screens don't get it. */
  z.object({ type: z.literal("seen"), chat }),
]);

export type Pulse = z.output<typeof pulseSchema>;
export type PresencePulse = Extract<Pulse, { type: "presence" }>;
