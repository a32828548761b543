import { Readable } from "node:stream";

/**
 * A text where a form has its file, the name of one, what stands between parts, and the line that says what it is.
 */
export function formsWith(text: string) {
  const part = 'Content-Disposition: form-data; name="file"; filename="a.jpg"';
  const form = (body: string, type = "multipart/form-data; boundary=x") => ({
    headers: { get: () => type },
    body: Readable.from([Buffer.from(body)]),
  });
  return [
    form(`--x\r\n${part}\r\n\r\n${text}\r\n--x--\r\n`),
    form(`--x\r\n${part.replace("a.jpg", text)}\r\n\r\n1\r\n--x--\r\n`),
    form(text),
    form(`--x\r\n${text}`),
    form("", `multipart/form-data; ${text}; boundary=${text}`),
  ];
}
