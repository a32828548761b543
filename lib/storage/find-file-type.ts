const signatures: [type: string, at: number, bytes: string][] = [
  ["image/png", 0, "89504e470d0a1a0a"],
  ["image/jpeg", 0, "ffd8ff"],
  ["image/gif", 0, "474946383761"],
  ["image/gif", 0, "474946383961"],
  ["image/webp", 8, "57454250"],
  ["image/avif", 4, "6674797061766966"],
  ["application/pdf", 0, "255044462d"],
];

/**
 * A file's type by its first bytes, whatever its name says: a picture, a PDF, `text/plain` for what reads as UTF-8
 * without control characters, else `application/octet-stream`. HTML and SVG are text.
 */
export function findFileType(head: Buffer): string {
  const hex = head.subarray(0, 16).toString("hex");
  const found = signatures.find(([, at, bytes]) => hex.startsWith(bytes, at * 2));
  if (found) return found[0];
  return isText(head) ? "text/plain" : "application/octet-stream";
}

function isText(head: Buffer): boolean {
  try {
    // The last character may be cut in the middle.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return !/[^\P{Cc}\t\n\f\r]/u.test(text);
  } catch {
    return false;
  }
}
