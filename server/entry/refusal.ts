import { errorStatus } from "@/lib/error-reasons";
import { type RefusalStatus, refusalText } from "@/lib/i18n/words/refusal-text";

export const allowedMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

/** What was too much at once has mostly gone by then. */
const retryAfterSeconds = 10;

/**
 * Status, headers and body of a refusal: the contract's envelope with open CORS for the widget, a problem for programs
 * with a key, else plain text.
 */
export function createRefusal(
  status: RefusalStatus,
  {
    isWidget,
    ofApi,
    acceptLanguage,
  }: { isWidget: boolean; ofApi?: { requestId: string }; acceptLanguage: string | undefined },
) {
  const text = refusalText(status, acceptLanguage);
  const body = isWidget
    ? JSON.stringify({ success: false, error: text })
    : ofApi
      ? JSON.stringify({
          ...{ type: "about:blank", title: text, status, detail: text, code: codeOf(status) },
          request_id: ofApi.requestId,
        })
      : `${text}\n`;
  const json = ofApi ? "application/problem+json" : "application/json";
  const headers: Record<string, string> = {
    "Content-Type": `${isWidget || ofApi ? json : "text/plain"}; charset=utf-8`,
    "Content-Length": String(Buffer.byteLength(body)),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  };
  if (isWidget) {
    headers["Access-Control-Allow-Origin"] = "*";
    headers["Access-Control-Expose-Headers"] = "Retry-After";
  }
  if (status === 429) headers["Retry-After"] = String(retryAfterSeconds);
  if (status === 405) headers.Allow = isWidget ? "GET, POST, OPTIONS" : allowedMethods.join(", ");
  return { status, headers, body };
}

function codeOf(status: number): string {
  return Object.entries(errorStatus).find(([, known]) => known === status)?.[0] ?? "bad_request";
}
