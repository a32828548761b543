import { z } from "zod";

/** Of `ping`, `feedback` and `typing`: there is nothing else to say. */
export const doneResponse = z.strictObject({ success: z.literal(true) });
export type DoneResponse = z.output<typeof doneResponse>;

/** Of every request that fails; `error` is a short text for people. */
export const errorResponse = z.strictObject({ success: z.literal(false), error: z.string().min(1) });
export type ErrorResponse = z.output<typeof errorResponse>;
