import { z } from "zod";

/** A picture that was sent in a chat, a JPEG. */
export const picture = z.strictObject({
  /** A path below the server's own address; it is good for a month at least. */
  url: z.string().regex(/^\/api\/files\//),
  /** In pixels. */
  width: z.int().min(1),
  height: z.int().min(1),
});
export type Picture = z.output<typeof picture>;
