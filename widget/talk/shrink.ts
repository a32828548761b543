import { h } from "../dom";
import { scaleTo } from "./scale-to";

interface Small {
  bytes: Blob;
  /** What the visitor sees of it: no address, which a page's policy could forbid. */
  canvas?: HTMLCanvasElement;
}

const LONGEST_SIDE = 1600;
const QUALITY = 0.85;

/**
 * The picture as a JPEG, upright, without what the camera wrote into it; as it is where the browser can't read it.
 * @param word says in a word what it is
 */
export async function shrink(file: Blob, word: string): Promise<Small> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const { width, height } = scaleTo(LONGEST_SIDE, bitmap.width, bitmap.height);
    const canvas = Object.assign(h("canvas"), { width, height, ariaLabel: word });
    const pen = canvas.getContext("2d");
    if (pen) {
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, width, height);
      pen.drawImage(bitmap, 0, 0, width, height);
    }
    const bytes = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    if (bytes) return { bytes, canvas };
  } catch {
    // The server says what is wrong with it.
  }
  return { bytes: file };
}
