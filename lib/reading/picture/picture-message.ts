import { z } from "zod";

/** `whole`: as it is, smaller. `face`: the square in its middle, small. */
export const pictureShape = z.enum(["whole", "face"]);
export type PictureShape = z.output<typeof pictureShape>;

/** What the process that reads a picture is sent. */
export const pictureOrder = z.object({ bytes: z.instanceof(Uint8Array), shape: pictureShape });
export type PictureOrder = z.output<typeof pictureOrder>;

/** A picture as it is kept: a JPEG without anything beside its pixels. */
const shrunkPicture = z.object({
  jpeg: z.instanceof(Uint8Array),
  /** In pixels. */
  width: z.int().min(1),
  height: z.int().min(1),
});

/** What it answers: the picture, or why it can't be taken. */
export const pictureAnswer = z.union([
  shrunkPicture,
  z.object({ fault: z.enum(["picture_pixels", "picture_broken"]) }),
]);
export type PictureAnswer = z.output<typeof pictureAnswer>;
