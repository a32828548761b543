import { createHash, randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { consumeLimit } from "@/lib/kv/limits/limits";
import { createFileLink } from "@/lib/storage/file-link";
import { openFile } from "@/lib/storage/open-file";
import { type FilePlace, putFile } from "@/lib/storage/put-file";
import { storageFault } from "@/lib/storage/storage-fault";

const lifetimeMs = 10 * 60_000;

/**
 * Writes a small file where files are kept, reads it back and compares them. `path` is its private link, good for ten
 * minutes; the upkeep deletes it afterwards.
 * Throws AppError `forbidden`, `rate_limited` or `unavailable` (reasons `storage_…`).
 */
export async function tryFiles(
  ctx: ActorCtx,
  place: FilePlace,
  secret: string,
): Promise<{ path: string; bytes: number }> {
  const { kv, actor } = ctx;
  requirePermission(actor, "team.manage");
  const limit = await consumeLimit(kv, limitPolicies.connectionTest, actor.userId);
  if (!limit.ok) throw new AppError("rate_limited", "too many tests", { retryAfter: limit.retryAfter });
  const expiresAt = new Date(Date.now() + lifetimeMs);
  const written = await putFile(ctx, place, {
    teamId: actor.teamId,
    name: "dawen-test.txt",
    source: lines(),
    maxBytes: 10_000,
    expiresAt,
  });
  const found = await openFile(ctx, place.store, written.id);
  if (!found) throw storageFault("storage_failed", "what was written is not there");
  const hash = createHash("sha256");
  for await (const chunk of found.body) hash.update(chunk);
  if (!hash.digest().equals(written.sha256))
    throw storageFault("storage_failed", "what was read is something else");
  return { path: createFileLink(secret, written.id, expiresAt), bytes: written.bytes };
}

async function* lines() {
  yield Buffer.from("這是答問寫下又讀回來的測試檔。\nA test file that Dawen wrote and read back.\n");
  yield Buffer.from(`${randomUUID()}\n`);
}
