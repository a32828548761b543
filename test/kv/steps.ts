type Failure = { failure: string };
export const fails = (text: string): Failure => ({ failure: text });
export const isFailure = (value: unknown): value is Failure =>
  typeof value === "object" && value !== null && "failure" in value;

export const wrongType = fails("WRONGTYPE Operation against a key holding the wrong kind of value");
export const syntax = fails("ERR syntax error");
export const notInteger = fails("ERR value is not an integer or out of range");
export const notFloat = fails("ERR value is not a valid float");
export const notFloatRange = fails("ERR min or max is not a float");
export const invalidId = fails("ERR Invalid stream ID specified as stream command argument");
export const tooSmallId = fails(
  "ERR The ID specified in XADD is equal or smaller than the target stream top item",
);

/**
 * A command, its words with blanks between them, and its reply as the client gives it. `@name` is a key of the test's
 * own.
 */
export type Step = [command: string, reply: unknown];
