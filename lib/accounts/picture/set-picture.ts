import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { consumeLimit } from "@/lib/kv/limits/limits";
import { makePicture } from "@/lib/reading/picture/make-picture";
import { findFileType } from "@/lib/storage/find-file-type";

/**
 * Makes a picture the actor's own, in the place of any other. Throws AppErrors as
 * `makePicture` does.
 */
export async function setPicture({ db, kv, actor }: ActorCtx, bytes: Uint8Array): Promise<void> {
  const { userId } = actor;
  const room = await consumeLimit(kv, limitPolicies.ownPictures, userId);
  if (!room.ok) throw new AppError("rate_limited", "too many pictures", { retryAfter: room.retryAfter });
  const { jpeg } = await makePicture(bytes, findFileType(Buffer.from(bytes.subarray(0, 64))), "face");
  const picture = { id: randomUUID(), content: new Uint8Array(jpeg) };
  await db.userPicture.upsert({ where: { userId }, create: { ...picture, userId }, update: picture });
}
