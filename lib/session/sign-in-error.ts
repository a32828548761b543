import { errorReasons, isErrorCode, isErrorReason } from "@/lib/error-reasons";
import { AppError } from "@/lib/errors";
import type { Failure } from "@/lib/to-failure";

type Told = Pick<Failure, "code" | "reason" | "retryAfter">;

/** A refused sign-in as the `error` that next-auth carries in a URL: `rate_limited..540`, `forbidden.no_team.`. */
export function toSignInError({ code, reason, retryAfter }: Told): string {
  return `${code}.${reason ?? ""}.${retryAfter ?? ""}`;
}

/** The refusal behind such an `error`; what next-auth or a stranger put there stands for wrong credentials. */
export function fromSignInError(text: string): AppError {
  const [, code = "", reason = "", wait] = /^([a-z_]+)\.([a-z_]*)\.(\d{0,6})$/.exec(text) ?? [];
  if (!isErrorCode(code)) {
    return new AppError("unauthenticated", "sign-in refused", { reason: "wrong_credentials" });
  }
  return new AppError(code, "sign-in refused", {
    ...(isErrorReason(reason) && errorReasons[reason].code === code ? { reason } : {}),
    ...(wait ? { retryAfter: Number(wait) } : {}),
    isLogged: true,
  });
}
