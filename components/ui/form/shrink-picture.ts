/** A picture as it is sent, and as it is shown until then: a small `data:` address. */
export type SmallPicture = { jpeg: Blob; thumb: string };

/** What the server takes from a page in one request, with some room. */
const mostBytes = 1_000_000;
/** Longer side in pixels, and quality of the JPEG: the next where it has too many bytes. */
const tries: readonly [side: number, quality: number][] = [
  [2_048, 0.85],
  [1_600, 0.8],
  [1_280, 0.7],
  [960, 0.6],
];
const thumbSide = 160;

/** Makes a picture small in the browser, upright and on white. Null for what the browser doesn't draw. */
export async function shrinkPicture(file: Blob): Promise<SmallPicture | null> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!bitmap) return null;
  try {
    for (const [side, quality] of tries) {
      const jpeg = await toJpeg(draw(bitmap, side), quality);
      if (jpeg && jpeg.size <= mostBytes)
        return { jpeg, thumb: draw(bitmap, thumbSide).toDataURL("image/jpeg", 0.7) };
    }
    return null;
  } finally {
    bitmap.close();
  }
}

function draw(bitmap: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext("2d");
  if (pen) {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

function toJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
