/** An error that Redis would answer with; the message is Redis's own text. */
export class ReplyError extends Error {
  override readonly name = "ReplyError";
}

export function isReplyError(value: unknown): value is ReplyError {
  return value instanceof Error && value.name === "ReplyError";
}

export const wrongType = () =>
  new ReplyError("WRONGTYPE Operation against a key holding the wrong kind of value");
export const syntaxError = () => new ReplyError("ERR syntax error");
export const notAnInteger = () => new ReplyError("ERR value is not an integer or out of range");
