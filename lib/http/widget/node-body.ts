import { Readable } from "node:stream";

/** A web request's body as Node's own requests have it; null for none. */
export function nodeBody({ body }: Pick<Request, "body">): Readable | null {
  return body && Readable.from(body, { objectMode: false });
}
