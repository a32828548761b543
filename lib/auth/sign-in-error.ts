import { AppError, type ErrorCode, errorStatus, isAppError } from "@/lib/errors";

/** A refused sign-in as the `error` that next-auth carries in a URL: `rate_limited..540`, `forbidden.no_team.`. */
export function toSignInError(error: unknown): string {
  if (!isAppError(error)) return "internal..";
  return `${error.code}.${error.reason ?? ""}.${error.retryAfter ?? ""}`;
}

/** The refusal behind such an `error`; what next-auth or a stranger put there stands for wrong credentials. */
export function fromSignInError(text: string): AppError {
  const [, code = "", reason, wait] = /^([a-z_]+)\.([a-z_]*)\.(\d{0,6})$/.exec(text) ?? [];
  if (!isErrorCode(code)) {
    return new AppError("unauthenticated", "sign-in refused", { reason: "wrong_credentials" });
  }
  return new AppError(code, "sign-in refused", {
    ...(reason ? { reason } : {}),
    ...(wait ? { retryAfter: Number(wait) } : {}),
  });
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorStatus, code);
}
