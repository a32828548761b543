import { decodeText } from "../decode-text";
import type { Read } from "../reading";
import { encodingNamed, type TextEncoding } from "../text-encodings";
import { htmlToMarkdown } from "./html-to-markdown";

/** A page of the web without what stands around its text. */
export async function readHtml(bytes: Buffer, encoding?: TextEncoding): Promise<Read> {
  const { text, title, page } = await htmlToMarkdown(
    decodeText(bytes, encoding ?? declaredEncoding(bytes)).text,
  );
  return { title, parts: [{ text }], page };
}

/** What the page says of itself, unless its first bytes say otherwise. */
function declaredEncoding(bytes: Buffer): TextEncoding | undefined {
  const head = bytes.subarray(0, 2_048).toString("latin1");
  if (/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(head)) return undefined;
  return encodingNamed(/charset\s{0,5}=\s{0,5}["']?([\w-]{1,20})/i.exec(head)?.[1]);
}
