import type { Ctx } from "@/lib/context";
import type { TurnPicture } from "@/lib/conversations/turns/turn";
import { makePicture } from "@/lib/reading/picture/make-picture";
import { findFileType } from "@/lib/storage/find-file-type";
import { getBlobStore, spoolFolder } from "@/lib/storage/get-blob-store";
import { putFile } from "@/lib/storage/put-file";

type Place = { teamId: string; botId: string; conversationId: string };

/** What no turn holds by then never will be held by one. */
const unheldMs = 60 * 60_000;

/**
 * Makes a picture smaller, keeps it for its chat and gives it to `write`, which writes the turn that holds it and says
 * whether there is one: else the picture goes again. Throws AppErrors as `makePicture` does, and `unavailable` (reasons
 * `storage_…`).
 */
export async function keepPicture<T extends object>(
  ctx: Pick<Ctx, "db">,
  place: Place,
  bytes: Uint8Array,
  write: (picture: TurnPicture) => Promise<T | null>,
): Promise<T | null> {
  const { jpeg, width, height } = await makePicture(
    bytes,
    findFileType(Buffer.from(bytes.subarray(0, 64))),
    "whole",
  );
  const file = await putFile(
    ctx,
    { store: getBlobStore(), spool: spoolFolder() },
    {
      ...place,
      name: "picture.jpg",
      source: whole(jpeg),
      maxBytes: jpeg.byteLength,
      expiresAt: new Date(Date.now() + unheldMs),
    },
  );
  const written = await write({ fileId: file.id, width, height }).catch(async (error: unknown) => {
    await forget(ctx, file.id);
    throw error;
  });
  if (written === null) await forget(ctx, file.id);
  return written;
}

/** Its bytes go with the next upkeep. */
async function forget({ db }: Pick<Ctx, "db">, id: string): Promise<void> {
  await db.storedFile.deleteMany({ where: { id, expiresAt: { not: null } } });
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
