import type { Picture } from "@/lib/contract/picture";
import type { TurnPicture } from "@/lib/conversations/turns/turn";
import { env } from "@/lib/env";
import { getAuthSecret } from "@/lib/identity/secret";
import { createFileLink } from "@/lib/storage/file-link";

const spanMs = 30 * 24 * 60 * 60_000;

/**
 * A turn's picture as its visitor gets it. The link is good for 30 to 60 days, and the same for 30 of them, so that a
 * page which asks again has it in its cache.
 */
export async function toPicture({ fileId, width, height }: TurnPicture, now: number): Promise<Picture> {
  const until = new Date((Math.floor(now / spanMs) + 2) * spanMs);
  return { url: createFileLink(await getAuthSecret(env()), fileId, until), width, height };
}
