import { z } from "zod";
import { Rating } from "@/lib/db/generated/enums";
import { idInput } from "@/lib/id-input";
import { chatViews, isDay } from "./chat-query";

const day = z.string().max(10).refine(isDay);

/** A ChatQuery as an address of ours has it; anything else is refused. */
export const chatQueryInput = z.object({
  view: z.enum(chatViews).default("all"),
  bot: idInput.optional(),
  site: z
    .string()
    .regex(/^[^\0]{1,255}$/)
    .optional(),
  rating: z.enum(Rating).optional(),
  tag: z
    .string()
    .regex(/^[^\0]{1,30}$/u)
    .optional(),
  from: day.optional(),
  to: day.optional(),
});
