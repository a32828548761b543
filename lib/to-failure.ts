import { type ErrorCode, type ErrorReason, errorReasons, type Lengths } from "./error-reasons";
import { isAppError } from "./errors";
import type { FieldFault } from "./field-faults";
import { logError } from "./log";

/** What may be told of an error, to whom it may concern. */
export type Failure = {
  code: ErrorCode;
  status: number;
  reason: ErrorReason | undefined;
  fields: Record<string, FieldFault>;
  /** Whole seconds. */
  retryAfter: number | undefined;
  lengths: Lengths | undefined;
  theirs: Record<string, string> | undefined;
};

/**
 * The one map from what was thrown to what is answered: of our own errors what they say, of all others that the fault
 * is ours. What is a fault of ours is logged here, once, with the request's id.
 * @param doing what failed, for the log, e.g. `action failed`
 */
export function toFailure(error: unknown, doing: string): Failure {
  if (!isAppError(error)) {
    logError(doing, error);
    return internal;
  }
  const { code, status, reason, fields, retryAfter, lengths, theirs } = error;
  const isFailure = status >= 500 && (reason === undefined || errorReasons[reason].isFailure);
  if (isFailure && !error.isLogged) logError(doing, error);
  return { code, status, reason, fields, retryAfter, lengths, theirs };
}

const internal: Failure = {
  code: "internal",
  status: 500,
  reason: undefined,
  fields: {},
  retryAfter: undefined,
  lengths: undefined,
  theirs: undefined,
};
