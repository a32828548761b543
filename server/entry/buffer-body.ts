import { IncomingMessage } from "node:http";
import type { RefusalStatus } from "@/lib/i18n/words/refusal-text";
import { maxPageBodyBytes, openCeilings } from "@/lib/kv/limits/limit-policies";

/** So much of a body that is too long is still taken in, for a client that is cut off never sees its 413. */
const maxDiscardedBytes = 16 * 1024 * 1024;

/** Bytes that wait in memory, by client. */
const held = new Map<string, number>();

/**
 * Takes a page's or an action's whole body in before Next begins with it: what is too long or takes too many bytes of
 * one client is refused here. Gives the request with its body, or the status to refuse with; null when it has ended
 * before.
 */
export async function bufferBody(
  req: IncomingMessage,
  client: string,
): Promise<IncomingMessage | RefusalStatus | null> {
  if (Number(req.headers["content-length"] ?? 0) > maxDiscardedBytes) return 413;
  const chunks: Buffer[] = [];
  let length = 0;
  let kept = 0;
  let isBusy = false;
  const forget = () => {
    chunks.length = 0;
    give(client, -kept);
    kept = 0;
  };
  const { promise, resolve } = Promise.withResolvers<"whole" | "left" | RefusalStatus>();
  const onData = (chunk: Buffer) => {
    length += chunk.length;
    if (length > maxDiscardedBytes) return resolve(413);
    if (length > maxPageBodyBytes || isBusy) return forget();
    isBusy = (held.get(client) ?? 0) + chunk.length > openCeilings.bodyBytesOfAddress;
    if (isBusy) return forget();
    chunks.push(chunk);
    kept += chunk.length;
    give(client, chunk.length);
  };
  req.on("data", onData);
  req.once("end", () => resolve("whole"));
  req.once("close", () => resolve("left"));
  req.once("error", () => resolve("left"));
  const outcome = await promise;
  req.off("data", onData);
  const body = Buffer.concat(chunks);
  forget();
  if (outcome === "left") return null;
  if (outcome !== "whole") return outcome;
  if (length > maxPageBodyBytes) return 413;
  return isBusy ? 429 : replay(req, body);
}

function give(client: string, bytes: number): void {
  const now = (held.get(client) ?? 0) + bytes;
  if (now > 0) held.set(client, now);
  else held.delete(client);
}

/** The request once more, its body not yet read. */
function replay(req: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(req.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = req;
  delete headers["transfer-encoding"];
  headers["content-length"] = String(body.length);
  Object.assign(copy, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  copy.push(body);
  copy.push(null);
  copy.complete = true;
  return copy;
}
