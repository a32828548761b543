import { visitorLanguage } from "../visitor-language";
import type { GreetingLanguage } from "./answer-words";

export type RefusalStatus = 400 | 403 | 404 | 405 | 408 | 413 | 429 | 431 | 500;

const texts: Record<GreetingLanguage, Record<RefusalStatus, string>> = {
  "zh-TW": {
    400: "請求格式有誤。",
    403: "這個請求來自別的網站。",
    404: "找不到這個網址。",
    405: "不支援這種請求方法。",
    408: "請求逾時，請再試一次。",
    413: "請求內容過大。",
    429: "同時連線太多，請稍後再試。",
    431: "請求標頭過大。",
    500: "系統出了點狀況，請稍後再試。",
  },
  en: {
    400: "The request can't be read.",
    403: "The request comes from another site.",
    404: "There is nothing at this address.",
    405: "This method isn't supported.",
    408: "The request took too long; please try again.",
    413: "The request is too large.",
    429: "Too many connections at once; please try again later.",
    431: "The request's headers are too large.",
    500: "Something went wrong here; please try again later.",
  },
  "zh-CN": {
    400: "请求格式有误。",
    403: "这个请求来自别的网站。",
    404: "找不到这个网址。",
    405: "不支持这种请求方法。",
    408: "请求超时，请再试一次。",
    413: "请求内容过大。",
    429: "同时连接太多，请稍后再试。",
    431: "请求头过大。",
    500: "系统出了点状况，请稍后再试。",
  },
  ja: {
    400: "リクエストを読み取れませんでした。",
    403: "別のサイトからのリクエストです。",
    404: "このアドレスには何もありません。",
    405: "このメソッドには対応していません。",
    408: "リクエストがタイムアウトしました。もう一度お試しください。",
    413: "リクエストが大きすぎます。",
    429: "同時接続が多すぎます。しばらくしてからもう一度お試しください。",
    431: "リクエストヘッダーが大きすぎます。",
    500: "問題が発生しました。しばらくしてからもう一度お試しください。",
  },
};

/** What the server entry answers by itself when a request never reaches a route: short, in its reader's language. */
export function refusalText(status: RefusalStatus, acceptLanguage: string | undefined): string {
  return texts[visitorLanguage({ page: null, acceptLanguage: acceptLanguage ?? null, bot: null })][status];
}
