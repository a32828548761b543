import type { Readable } from "node:stream";
import type { ReasonOf } from "@/lib/error-reasons";
import { AppError, isAppError } from "@/lib/errors";
import { maxPageBodyBytes } from "@/lib/kv/limits/limit-policies";
import { nodeBody } from "./node-body";
import type { WidgetRequest } from "./widget-request";

type BadRequest = ReasonOf<"bad_request">;
type Bounds = {
  maxBytes: number;
  /** It is slower than that. */
  ms: number;
  /** Why it is refused where it is longer, and where its line broke. */
  tooLarge: BadRequest;
  broken: BadRequest;
};

/**
 * Reads a request's body, counting bytes while reading. Throws AppError `bad_request`: with the reasons given, or
 * `too_slow`.
 */
export async function readBody(
  { body }: Pick<WidgetRequest, "body">,
  { maxBytes, ms, tooLarge, broken }: Bounds,
): Promise<Uint8Array> {
  if (!body) return new Uint8Array();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const tooSlow = () => reject(new AppError("bad_request", "the body took too long", { reason: "too_slow" }));
  const timer = setTimeout(tooSlow, ms);
  try {
    return await Promise.race([readWhole(body, maxBytes, tooLarge), late]);
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    throw new AppError("bad_request", "the body could not be read", { reason: broken, cause });
  } finally {
    clearTimeout(timer);
  }
}

/** What comes after the limit is let through, unread: on a connection cut off the client would not see the answer. */
function readWhole(body: Readable, maxBytes: number, tooLarge: BadRequest): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks = new Chunks(maxBytes);
    body.on("data", (chunk: Buffer) => {
      if (!chunks.add(chunk))
        reject(new AppError("bad_request", `the body is over ${maxBytes} bytes`, { reason: tooLarge }));
    });
    body.once("end", () => resolve(chunks.join()));
    body.once("error", reject);
    body.once("close", () => reject(new Error("the connection was closed")));
  });
}

class Chunks {
  #chunks: Uint8Array[] = [];
  #length = 0;

  constructor(private readonly most: number) {}

  /** Keeps the chunk; false when it is one too many. */
  add(chunk: Uint8Array): boolean {
    this.#length += chunk.byteLength;
    if (this.#length > this.most) this.#chunks = [];
    else this.#chunks.push(chunk);
    return this.#length <= this.most;
  }

  join(): Uint8Array {
    const [only] = this.#chunks;
    return this.#chunks.length === 1 && only ? only : Buffer.concat(this.#chunks);
  }
}

/** The bytes of a picture that a page of ours sends, at most 1 MiB. Throws as `readBody` does. */
export function readPictureBody(request: Request): Promise<Uint8Array> {
  return readBody(
    { body: nodeBody(request) },
    { maxBytes: maxPageBodyBytes, ms: 60_000, tooLarge: "picture_too_large", broken: "not_json" },
  );
}
