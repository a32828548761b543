import { z } from "zod";

/** A picture as it is kept: a JPEG without anything beside its pixels. */
const shrunkPicture = z.object({
  jpeg: z.instanceof(Uint8Array),
  /** In pixels. */
  width: z.int().min(1),
  height: z.int().min(1),
});

/** What the process that reads a picture answers: the picture, or why it can't be taken. */
export const pictureAnswer = z.union([
  shrunkPicture,
  z.object({ fault: z.enum(["picture_pixels", "picture_broken"]) }),
]);
export type PictureAnswer = z.output<typeof pictureAnswer>;
