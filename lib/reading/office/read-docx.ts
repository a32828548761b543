import { htmlToMarkdown } from "../html/html-to-markdown";
import type { Read } from "../reading";

/** A Word file with its headings, lists, tables, notes and text boxes, without pictures. */
export async function readDocx(bytes: Buffer): Promise<Read> {
  const { default: mammoth } = await import("mammoth");
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
  );
  return { parts: [{ text: (await htmlToMarkdown(value)).text }] };
}
