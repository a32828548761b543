import { z } from "zod";

/** Why a picture is none, or not one that is taken. */
export const pictureFault = z.enum(["picture_pixels", "picture_broken"]);
export type PictureFault = z.output<typeof pictureFault>;

/** A picture as it is kept: a JPEG without anything beside its pixels. */
export const shrunkPicture = z.object({
  jpeg: z.instanceof(Uint8Array),
  /** In pixels. */
  width: z.int().min(1),
  height: z.int().min(1),
});
export type ShrunkPicture = z.output<typeof shrunkPicture>;

/** What the process that reads a picture answers. */
export const pictureAnswer = z.union([shrunkPicture, z.object({ fault: pictureFault })]);
export type PictureAnswer = z.output<typeof pictureAnswer>;
