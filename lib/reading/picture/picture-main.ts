import sharp, { type ResizeOptions } from "sharp";
import { pictureLimits } from "./picture-limits";
import { type PictureAnswer, type PictureOrder, type PictureShape, pictureOrder } from "./picture-message";

// The process that makes one picture smaller: forked by `shrinkPicture`, which sends its bytes and is sent a JPEG.

sharp.cache(false);
sharp.concurrency(1);
// Whatever else the library could read is refused, also where it stands behind the first bytes of a picture.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif"],
});
process.once("disconnect", () => process.exit(0));
setInterval(() => {
  if (process.memoryUsage.rss() > pictureLimits.memoryBytes) process.kill(process.pid, "SIGKILL");
}, 20).unref();
process.once("message", async (raw) => {
  const answer = await shrink(pictureOrder.parse(raw));
  process.send?.(answer, () => process.exit(0));
});

const { side, faceSide } = pictureLimits;
const sizes = {
  whole: { width: side, height: side, fit: "inside", withoutEnlargement: true },
  face: { width: faceSide, height: faceSide, fit: "cover" },
} satisfies Record<PictureShape, ResizeOptions>;

/** The first image of an animation, upright, in sRGB and without anything that stood beside the pixels. */
async function shrink({ bytes, shape }: PictureOrder): Promise<PictureAnswer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: false, failOn: "error", pages: 1 });
    const { width, height } = await picture.metadata();
    if (width * height > pictureLimits.pixels) return { fault: "picture_pixels" };
    const { data, info } = await picture
      .autoOrient()
      .resize(sizes[shape])
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82, chromaSubsampling: "4:4:4" })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    return { fault: "picture_broken" };
  }
}
