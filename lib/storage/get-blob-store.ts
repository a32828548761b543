import path from "node:path";
import { type Env, env } from "@/lib/env";
import { processWide } from "@/lib/process-wide";
import type { BlobStore } from "./blob-store";
import { createFolderStore } from "./folder-store";
import { createS3Store } from "./s3-store";

/** The process's store of files: the bucket of S3_*, else the folder `files` in the data folder. */
export function getBlobStore(): BlobStore {
  return processWide("blob-store", () => createBlobStore(env()));
}

export function createBlobStore(settings: Env): BlobStore {
  const {
    S3_ENDPOINT,
    S3_BUCKET,
    S3_REGION = "us-east-1",
    S3_ACCESS_KEY_ID,
    S3_SECRET_ACCESS_KEY,
  } = settings;
  return S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
    ? createS3Store({ S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY })
    : createFolderStore(path.join(settings.dataDir, "files"));
}

/** Where files wait until they are whole; on the disk of `files`, so that one move puts them in place. */
export function spoolFolder(settings: Pick<Env, "dataDir"> = env()): string {
  return path.join(settings.dataDir, "uploads");
}
