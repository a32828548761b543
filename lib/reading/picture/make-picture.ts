import { AppError } from "@/lib/errors";
import { pictureTypes } from "./picture-limits";
import type { PictureAnswer, PictureShape } from "./picture-message";
import { inPictureSlot } from "./picture-slots";
import { shrinkPicture } from "./shrink-picture";

const types: readonly string[] = pictureTypes;

/**
 * Makes what somebody handed in the JPEG that is kept. Throws AppError `bad_request` where it can't be taken (reasons
 * `picture_type`, `picture_pixels`, `picture_broken`), and `rate_limited`.
 * @param type by the content, as `findFileType` says
 */
export async function makePicture(
  bytes: Uint8Array,
  type: string,
  shape: PictureShape,
): Promise<Exclude<PictureAnswer, { fault: string }>> {
  if (!types.includes(type))
    throw new AppError("bad_request", "no picture that is taken", { reason: "picture_type" });
  const shrunk = await inPictureSlot(() => shrinkPicture(bytes, shape));
  if ("fault" in shrunk)
    throw new AppError("bad_request", "the picture can't be taken", { reason: shrunk.fault });
  return shrunk;
}
