/** What the entry answers by itself when a request never reaches a route. Short, for people, in the default language. */
export const refusalText = {
  400: "請求格式有誤。",
  404: "找不到這個網址。",
  405: "不支援這種請求方法。",
  408: "請求逾時,請再試一次。",
  413: "請求內容過大。",
  431: "請求標頭過大。",
  500: "系統出了點狀況,請稍後再試。",
} as const;

export type RefusalStatus = keyof typeof refusalText;

export const allowedMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

/** Status, headers and body of a refusal: the contract's envelope with open CORS for the widget, else plain text. */
export function createRefusal(status: RefusalStatus, isWidget: boolean) {
  const text = refusalText[status];
  const body = isWidget ? JSON.stringify({ success: false, error: text }) : `${text}\n`;
  const headers: Record<string, string> = {
    "Content-Type": isWidget ? "application/json; charset=utf-8" : "text/plain; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(body)),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  };
  if (isWidget) {
    headers["Access-Control-Allow-Origin"] = "*";
    headers["Access-Control-Expose-Headers"] = "Retry-After";
  }
  if (status === 405) headers.Allow = isWidget ? "GET, POST, OPTIONS" : allowedMethods.join(", ");
  return { status, headers, body };
}
