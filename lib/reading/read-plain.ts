import { decodeText } from "./decode-text";
import type { Read } from "./reading";
import type { TextEncoding } from "./text-encodings";

/** A file of text or Markdown as it is, in whatever encoding it looks like. */
export function readPlain(bytes: Buffer, encoding?: TextEncoding): Read {
  return { parts: [{ text: decodeText(bytes, encoding).text }] };
}
