import { type ErrorCode, type ErrorReason, errorStatus, type Lengths, type ReasonOf } from "./error-reasons";
import type { FieldFault } from "./field-faults";

export type AppErrorOptions<C extends ErrorCode> = {
  /** Which input fields are wrong, by name. */
  fields?: Record<string, FieldFault>;
  /** Whole seconds after which a retry can work. */
  retryAfter?: number | undefined;
  /** Why, of the code's reasons in `errorReasons`. */
  reason?: ReasonOf<C> | undefined;
  /** Of a reason that is counted. */
  lengths?: Lengths;
  /** Of a conflict: what is stored now in each field that both changed, as the form's field would hold it. */
  theirs?: Record<string, string>;
  /** Whether it stands in the log already. */
  isLogged?: boolean;
  cause?: unknown;
};

/** The one error that domain code throws on purpose. `message` is for logs; people see words by `code` and `reason`. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly fields: Record<string, FieldFault>;
  readonly retryAfter: number | undefined;
  readonly reason: ErrorReason | undefined;
  readonly lengths: Lengths | undefined;
  readonly theirs: Record<string, string> | undefined;
  readonly isLogged: boolean;

  constructor(code: C, message: string, options: AppErrorOptions<C> = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields ?? {};
    this.retryAfter = options.retryAfter;
    this.reason = options.reason;
    this.lengths = options.lengths;
    this.theirs = options.theirs;
    this.isLogged = options.isLogged ?? false;
  }

  get status(): number {
    return errorStatus[this.code];
  }
}

/** True for an AppError made by any copy of this module (Next may load several in one process). */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error && "status" in error;
}
