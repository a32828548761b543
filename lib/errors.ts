/** Every error code of the product with the HTTP status it travels as. The only such table. */
export const errorStatus = {
  bad_request: 400,
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  rate_limited: 429,
  internal: 500,
  unavailable: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

export type AppErrorOptions = {
  /** Which input fields are wrong, by name; the value is an i18n key or a sentence for people. */
  fields?: Record<string, string>;
  /** Whole seconds after which a retry can work. */
  retryAfter?: number;
  /** A stable name for the reason inside a code, e.g. `last_owner`; screens translate it. */
  reason?: string;
  /** Of a conflict: what is stored now in each field that both changed, as the form's field would hold it. */
  theirs?: Record<string, string>;
  cause?: unknown;
};

/** The one error that domain code throws on purpose. `message` is for logs; people see words by `code` and `reason`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string>;
  readonly retryAfter: number | undefined;
  readonly reason: string | undefined;
  readonly theirs: Record<string, string> | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields ?? {};
    this.retryAfter = options.retryAfter;
    this.reason = options.reason;
    this.theirs = options.theirs;
  }

  get status(): number {
    return errorStatus[this.code];
  }
}

/** True for an AppError made by any copy of this module (Next may load several in one process). */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error && "status" in error;
}
