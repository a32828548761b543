import type { Readable } from "node:stream";
import type { OpenFile } from "@/lib/storage/open-file";

/**
 * A file's bytes as they are, read as fast as they are taken. No browser runs anything of it; what was sent in a chat
 * is drawn in pages only, and saved where it is opened.
 */
export function fileResponse(file: OpenFile): Response {
  const disposition = file.isOfChat || !isDrawn(file.type) ? "attachment" : "inline";
  return new Response(toStream(file.body), {
    headers: {
      // Only what a browser draws and never runs is shown in it.
      "Content-Type": file.type === "text/plain" ? "text/plain; charset=utf-8" : file.type,
      "Content-Disposition": `${disposition}; filename*=UTF-8''${encodeName(file.name)}`,
      "Content-Length": String(file.bytes),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
}

/** Read as fast as it is taken. */
export function toStream(body: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    cancel: () => {
      body.destroy();
    },
  });
}

function isDrawn(type: string): boolean {
  return type.startsWith("image/") || type === "text/plain";
}

/** RFC 8187: all but its `attr-char`. */
function encodeName(name: string): string {
  return encodeURIComponent(name.replace(/[/\\]/g, "_")).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
}
