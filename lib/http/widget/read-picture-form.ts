import { AppError } from "@/lib/errors";
import { pictureLimits } from "@/lib/reading/picture/picture-limits";
import { readBody } from "./read-body";
import type { WidgetRequest } from "./widget-request";

const readTimeoutMs = 25_000;
/** Beside the file: other fields, the lines between them. */
const mostOtherBytes = 16 * 1024;
const mostParts = 8;
const mostHeaderBytes = 4 * 1024;

/**
 * The bytes of the field `file` of a `multipart/form-data` body, at most 5 MiB. Throws AppError `bad_request` with the
 * reasons `form_malformed`, `picture_too_large` and `too_slow`.
 */
export async function readPictureForm(request: Pick<WidgetRequest, "headers" | "body">): Promise<Uint8Array> {
  const type = request.headers.get("content-type") ?? "";
  const boundary = /^multipart\/form-data\s*;.{0,200}?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    type,
  );
  const marker = boundary?.[1] ?? boundary?.[2];
  if (marker === undefined) throw malformed("the body is no form");
  const bytes = await readBody(request, {
    maxBytes: pictureLimits.fileBytes + mostOtherBytes,
    ms: readTimeoutMs,
    tooLarge: "picture_too_large",
    broken: "form_malformed",
  });
  if (!isShort(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), `--${marker}`))
    throw malformed("the form has too many parts, or too long headers");
  const form = await new Response(new Uint8Array(bytes), { headers: { "Content-Type": type } })
    .formData()
    .catch((cause: unknown) => {
      throw malformed("the form can't be read", cause);
    });
  const [file, ...more] = form.getAll("file");
  if (file === undefined || typeof file === "string" || more.length > 0)
    throw malformed("the form has no file, or several");
  if (file.size > pictureLimits.fileBytes)
    throw new AppError("bad_request", "the picture is too large", { reason: "picture_too_large" });
  return file.bytes();
}

/** Whether the form is read in next to no time: what reads it takes its lines one by one. */
function isShort(body: Buffer, marker: string): boolean {
  let at = body.indexOf(marker);
  for (let part = 0; at !== -1; part++) {
    if (part > mostParts) return false;
    const head = body.indexOf("\r\n\r\n", at);
    const next = body.indexOf(marker, at + marker.length);
    if (next !== -1 && (head === -1 || head - at > mostHeaderBytes)) return false;
    at = next;
  }
  return true;
}

function malformed(message: string, cause?: unknown): AppError {
  return new AppError("bad_request", message, { reason: "form_malformed", cause });
}
