import type { ReasonOf } from "@/lib/error-reasons";
import { AppError } from "@/lib/errors";

/**
 * Why a mail was not taken, as AppError `unavailable` with one of these reasons: `mail_timed_out`, `mail_unreachable`,
 * `mail_hung_up`, `mail_tls`, `mail_login`, `mail_later` (the server said to try again), `mail_refused`, `mail_failed`.
 * The message has what the server said, for the log.
 */
export function toMailError(error: unknown): AppError {
  const { code, responseCode, command, message = "" } = readFault(error);
  const fail = (reason: Extract<ReasonOf<"unavailable">, `mail_${string}`>) =>
    new AppError("unavailable", `mail not sent (${reason}): ${message.slice(0, 300)}`, { reason });
  if (code === "ETIMEDOUT" || /timeout|timed out/i.test(message)) return fail("mail_timed_out");
  if (code === "EAUTH" || code === "ENOAUTH" || code === "EOAUTH2") {
    return fail(responseCode >= 400 && responseCode < 500 ? "mail_later" : "mail_login");
  }
  if (
    code === "ETLS" ||
    code.startsWith("ERR_TLS") ||
    /certificate|self.signed|SSL|wrong version/i.test(message)
  )
    return fail("mail_tls");
  if (responseCode >= 500) return fail("mail_refused");
  if (responseCode >= 400) return fail("mail_later");
  if (["EDNS", "ENOTFOUND", "ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH"].includes(code))
    return fail("mail_unreachable");
  if (code === "ESOCKET" && (command === "CONN" || /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH/.test(message)))
    return fail("mail_unreachable");
  if (code === "ECONNECTION" || code === "ESOCKET" || code === "ECONNRESET") return fail("mail_hung_up");
  return fail("mail_failed");
}

function readFault(error: unknown) {
  const { code, responseCode, command, message } = Object(error);
  return {
    code: typeof code === "string" ? code : "",
    responseCode: typeof responseCode === "number" ? responseCode : 0,
    command: typeof command === "string" ? command : "",
    message: typeof message === "string" ? message : "",
  };
}
