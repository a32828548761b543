import { z } from "zod";

/**
 * Whether it is within the staff's hours, and where not when they begin: Unix milliseconds, null where nobody knows.
 */
export const hours = z.strictObject({ open: z.boolean(), opens_at: z.int().nullable() });
export type Hours = z.output<typeof hours>;
