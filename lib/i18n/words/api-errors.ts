import type { ErrorCode, ReasonWords } from "@/lib/error-reasons";
import type { Locale } from "@/lib/i18n/locale";

/** What programs with a key are told: a title by code, and what to do. */
type ApiErrorWords = {
  titles: Record<ErrorCode, string>;
  byCode: Record<ErrorCode, string>;
  byReason: ReasonWords<"api">;
  retryIn: (seconds: number) => string;
  needs: (scopes: string) => string;
  accepts: (fields: string) => string;
};

export const apiErrorWords: Record<Locale, ApiErrorWords> = {
  "zh-TW": {
    titles: {
      bad_request: "讀不懂請求",
      invalid_input: "欄位不對",
      unauthenticated: "金鑰不能用",
      forbidden: "不能這樣做",
      limit_exceeded: "已經到上限",
      not_found: "找不到",
      method_not_allowed: "不收這種方法",
      conflict: "同時有別的更動",
      content_too_large: "內容太大",
      rate_limited: "太頻繁",
      internal: "伺服器出錯",
      unavailable: "暫時不能用",
    },
    byCode: {
      bad_request: "請對照開發者中心的格式。",
      invalid_input: "請照 errors 裡寫的改。",
      unauthenticated: "請用 Authorization: Bearer 送出金鑰。",
      forbidden: "這把金鑰不能做這件事。",
      limit_exceeded: "請先刪除不用的。",
      not_found: "這個團隊裡沒有這個東西，請檢查網址和編號。",
      method_not_allowed: "請看回應的 Allow 標頭。",
      conflict: "請重新讀取後再試。",
      content_too_large: "請縮短或分成幾份。",
      rate_limited: "請等 Retry-After 的秒數再試。",
      internal: "沒有做成，請再試一次；一直這樣的話，把 request_id 告訴管理伺服器的人。",
      unavailable: "沒有做成，請過一下再試。",
    },
    byReason: {
      body_not_json: "內容必須是一個 JSON 物件，用 UTF-8 編碼。",
      body_too_slow: "內容傳得太慢，請再試一次。",
      body_too_large: "內容超過 3 MiB。一份文件最多 200,000 字，請分成幾份。",
      unknown_field: "有這裡沒有的欄位，什麼都沒有做。請拿掉或改名。",
      cursor_malformed: "cursor 不是這裡給的。請用上一頁的 next_cursor，或從頭開始。",
      external_id_malformed:
        "網址裡的編號要有 1 到 200 個字，不能有控制字元，前後不能有空白；請用百分號編碼，斜線寫成 %2F。",
      key_missing: "請加上標頭 Authorization: Bearer dwk_…。擁有者在「團隊 → API 金鑰」新增金鑰。",
      key_unknown: "沒有這把金鑰。請檢查有沒有複製完整。",
      key_revoked: "這把金鑰已被撤銷。請擁有者在「團隊 → API 金鑰」新增一把。",
      key_expired: "這把金鑰已過期。請擁有者在「團隊 → API 金鑰」新增一把。",
      scope_missing: "這把金鑰沒有這個權限。",
      too_many_at_once: "同一把金鑰同時最多 20 個請求，這個沒有做。請少送幾個，或稍後再試。",
    },
    retryIn: (seconds) => `請 ${seconds} 秒後再試，這個請求沒有做。`,
    needs: (scopes) => `需要其中一個：${scopes}`,
    accepts: (fields) => `可以用的：${fields}`,
  },
  en: {
    titles: {
      bad_request: "The request can’t be read",
      invalid_input: "Some fields are wrong",
      unauthenticated: "No usable key",
      forbidden: "Not allowed",
      limit_exceeded: "At the limit",
      not_found: "Not found",
      method_not_allowed: "Method not allowed",
      conflict: "Changed at the same time",
      content_too_large: "Too large",
      rate_limited: "Too many requests",
      internal: "Our fault",
      unavailable: "Not available now",
    },
    byCode: {
      bad_request: "Compare it with the reference in the developer center.",
      invalid_input: "Change what errors names.",
      unauthenticated: "Send the key as Authorization: Bearer.",
      forbidden: "This key may not do this.",
      limit_exceeded: "Delete what isn’t used first.",
      not_found: "This team has no such thing. Check the address and the ids.",
      method_not_allowed: "See the answer’s Allow header.",
      conflict: "Read it again, then try again.",
      content_too_large: "Shorten it or split it.",
      rate_limited: "Wait as many seconds as Retry-After says, then try again.",
      internal:
        "It wasn’t done. Try again; if it keeps failing, tell whoever runs this server the request_id.",
      unavailable: "It wasn’t done. Try again in a moment.",
    },
    byReason: {
      body_not_json: "The body must be one JSON object in UTF-8.",
      body_too_slow: "The body came too slowly. Try again.",
      body_too_large: "The body is over 3 MiB. A document has 200,000 characters at most: split it.",
      unknown_field: "A field isn’t known here, so nothing was done. Leave it out or rename it.",
      cursor_malformed:
        "The cursor isn’t one of ours. Use the next_cursor of the page before, or begin again.",
      external_id_malformed:
        "The id in the address has 1 to 200 characters, no control characters and no blanks at its ends. Percent-encode it; a slash is %2F.",
      key_missing: "Send Authorization: Bearer dwk_…. Owners make keys at Team → API keys.",
      key_unknown: "There is no such key. Check that all of it was copied.",
      key_revoked: "This key was revoked. Ask an owner to make one at Team → API keys.",
      key_expired: "This key has expired. Ask an owner to make one at Team → API keys.",
      scope_missing: "This key lacks the scope.",
      too_many_at_once:
        "A key has 20 requests under way at most, so this one wasn’t done. Send fewer, or try again shortly.",
    },
    retryIn: (seconds) => `Try again in ${seconds} seconds. This request wasn’t done.`,
    needs: (scopes) => `It takes one of: ${scopes}`,
    accepts: (fields) => `Known here: ${fields}`,
  },
};
