import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { Ctx } from "@/lib/context";
import type { Transcript } from "@/lib/conversations/removal/write-transcript";
import { getBlobStore } from "@/lib/storage/get-blob-store";
import { openFile } from "@/lib/storage/open-file";

/**
 * A chat's text and its pictures as one ZIP, made while it is read: one picture is open at a time. One whose bytes are
 * gone is an empty file. A store that fails ends it with an error.
 */
export function packTranscript(ctx: Pick<Ctx, "db">, { text, chatId, pictures }: Transcript): Readable {
  const zip = new ZipFile();
  zip.on("error", (error) => zip.outputStream.destroy(error));
  zip.addBuffer(Buffer.from(text), `chat-${chatId}.txt`);
  for (const { fileId, name } of pictures)
    zip.addReadStreamLazy(name, { compress: false }, (give) => {
      openFile(ctx, getBlobStore(), fileId).then(
        (file) => give(null, file?.body ?? Readable.from([])),
        (error: unknown) => give(error),
      );
    });
  zip.end();
  return zip.outputStream;
}
