import { Readable } from "node:stream";
import { isAppError } from "@/lib/errors";
import { toS3Fault } from "./s3-fault";
import { storageFault } from "./storage-fault";

/**
 * A body as it comes, which fails past so many bytes, and whose faults are AppError `unavailable` (reasons
 * `storage_…`): its connection ends with it.
 */
export function limitBody(body: Readable, mostBytes: number): Readable {
  async function* counted() {
    let bytes = 0;
    try {
      for await (const chunk of body) {
        bytes += chunk.length;
        if (bytes > mostBytes) throw storageFault("storage_failed", "the answer is too long");
        yield chunk;
      }
    } catch (error) {
      throw isAppError(error) ? error : toS3Fault(error);
    }
  }
  return Readable.from(counted(), { objectMode: false });
}
