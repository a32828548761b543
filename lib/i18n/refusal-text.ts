/** What the server entry answers by itself when a request never reaches a route. Short, in the default language. */
export const refusalText = {
  400: "請求格式有誤。",
  403: "這個請求來自別的網站。",
  404: "找不到這個網址。",
  405: "不支援這種請求方法。",
  408: "請求逾時，請再試一次。",
  413: "請求內容過大。",
  429: "同時連線太多，請稍後再試。",
  431: "請求標頭過大。",
  500: "系統出了點狀況，請稍後再試。",
} as const;

export type RefusalStatus = keyof typeof refusalText;
