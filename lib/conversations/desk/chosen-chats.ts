import { z } from "zod";
import { isId } from "@/lib/id-input";

/** At once. */
export const maxChosen = 200;

/** Ids of chats with commas between them, as a form sends those that somebody chose; each once. */
export const chosenChats = z
  .string()
  .max(maxChosen * 37)
  .transform((text) => [...new Set(text.split(",").filter(Boolean))])
  .refine((ids) => ids.length > 0 && ids.length <= maxChosen && ids.every(isId));
