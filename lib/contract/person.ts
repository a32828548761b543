import { z } from "zod";

/** Who answers, as visitors see them; `avatar_url` is "" where there is none. */
export const person = z.strictObject({ name: z.string(), avatar_url: z.string() });
export type Person = z.output<typeof person>;
