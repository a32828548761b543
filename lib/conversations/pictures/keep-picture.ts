import type { Ctx } from "@/lib/context";
import type { TurnPicture } from "@/lib/conversations/turns/turn";
import { AppError } from "@/lib/errors";
import { pictureTypes } from "@/lib/reading/picture/picture-limits";
import { shrinkPicture } from "@/lib/reading/picture/shrink-picture";
import { findFileType } from "@/lib/storage/find-file-type";
import { getBlobStore, spoolFolder } from "@/lib/storage/get-blob-store";
import { putFile } from "@/lib/storage/put-file";
import { inPictureSlot } from "./picture-slots";

type Place = { teamId: string; botId: string; conversationId: string };

const headBytes = 4_096;
const types: readonly string[] = pictureTypes;
/** What no turn holds by then never will be held by one. */
const unheldMs = 60 * 60_000;

/**
 * Makes a picture smaller, keeps it for its chat and gives it to `write`, which writes the turn that holds it and says
 * whether there is one: else the picture goes again. Throws AppError `bad_request` where it can't be taken (reasons
 * `picture_type`, `picture_pixels`, `picture_broken`), `rate_limited`, and `unavailable` (reasons `storage_…`).
 */
export async function keepPicture<T extends object>(
  ctx: Pick<Ctx, "db">,
  place: Place,
  bytes: Uint8Array,
  write: (picture: TurnPicture) => Promise<T | null>,
): Promise<T | null> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headBytes));
  if (!types.includes(findFileType(head)))
    throw new AppError("bad_request", "no picture that is taken", { reason: "picture_type" });
  const shrunk = await inPictureSlot(() => shrinkPicture(bytes));
  if ("fault" in shrunk)
    throw new AppError("bad_request", "the picture can't be taken", { reason: shrunk.fault });
  const { jpeg, width, height } = shrunk;
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
