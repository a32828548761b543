import { z } from "zod";

/** Who answers, as visitors see them. */
export const person = z.strictObject({
  name: z.string(),
  /** Of their picture, a square JPEG: a path below the server's own address; "" where there is none. */
  avatar_url: z.string().regex(/^(\/api\/faces\/.+)?$/),
});
export type Person = z.output<typeof person>;
