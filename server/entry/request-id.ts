import type { IncomingHttpHeaders } from "node:http";
import { randomHex } from "@/lib/random-hex";

/** The request's id: what a trusted proxy gave it, so that both logs can be read side by side, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders, hasProxy: boolean): string {
  const given = hasProxy ? headers["x-request-id"] : undefined;
  return typeof given === "string" && /^[\w.:=/+-]{8,128}$/.test(given) ? given : newRequestId();
}

/** 24 hexadecimal characters. */
export function newRequestId(): string {
  return randomHex(12);
}
