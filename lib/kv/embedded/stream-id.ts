import { ReplyError } from "./reply-error";

/** A stream id `ms-seq`, both unsigned 64-bit, as one number: ms * 2^64 + seq. */
export type StreamId = bigint;

const maxPart = 2n ** 64n - 1n;
const minStreamId: StreamId = 0n;
export const maxStreamId: StreamId = (maxPart << 64n) | maxPart;

export function toStreamId(ms: bigint, seq: bigint): StreamId {
  return (ms << 64n) | seq;
}

export function formatStreamId(id: StreamId): string {
  return `${id >> 64n}-${id & maxPart}`;
}

/** Reads `ms-seq` or `ms`; `missingSeq` stands in for an absent sequence. */
export function parseStreamId(text: string, missingSeq: "first" | "last"): StreamId {
  const parts = /^(\d{1,20})(?:-(\d{1,20}))?$/.exec(text);
  if (!parts) throw invalidStreamId();
  const ms = BigInt(parts[1] ?? "");
  const seq = parts[2] === undefined ? (missingSeq === "first" ? 0n : maxPart) : BigInt(parts[2]);
  if (ms > maxPart || seq > maxPart) throw invalidStreamId();
  return toStreamId(ms, seq);
}

/** One end of a range: `-`, `+`, an id, or `(id` to leave that id out. */
export function parseRangeEnd(text: string, end: "start" | "stop"): StreamId {
  if (text === "-") return minStreamId;
  if (text === "+") return maxStreamId;
  const missingSeq = end === "start" ? "first" : "last";
  if (!text.startsWith("(")) return parseStreamId(text, missingSeq);
  const id = parseStreamId(text.slice(1), missingSeq);
  if (end === "start" && id === maxStreamId) throw new ReplyError("ERR invalid start ID for the interval");
  if (end === "stop" && id === minStreamId) throw new ReplyError("ERR invalid end ID for the interval");
  return end === "start" ? id + 1n : id - 1n;
}

function invalidStreamId(): ReplyError {
  return new ReplyError("ERR Invalid stream ID specified as stream command argument");
}
