/** Short texts that the public endpoints answer with, for the visitor or for who builds on them. */
export type WidgetErrorWords = {
  methodNotAllowed: (allowed: string) => string;
  notFound: string;
  notJson: string;
  tooLarge: string;
  tooSlow: string;
  invalidToken: string;
  messageMissing: string;
  messageEmpty: string;
  messageTooLong: (length: number, max: number) => string;
  chatIdMalformed: string;
  historyMalformed: string;
  messageIdMalformed: string;
  ratingMalformed: string;
  reasonMalformed: string;
  reasonTooLong: (length: number, max: number) => string;
  noSuchMessage: string;
  idempotencyKeyMalformed: string;
  idempotencyKeyReused: string;
  rateLimited: (seconds: number) => string;
  paused: string;
  internal: string;
};

const zhTW: WidgetErrorWords = {
  methodNotAllowed: (allowed) => `這個網址只接受 ${allowed}`,
  notFound: "沒有這個網址",
  notJson: "請求內容必須是 JSON 物件",
  tooLarge: "請求內容超過 64 KiB",
  tooSlow: "請求內容傳送太慢，請再試一次",
  invalidToken: "找不到這個 token 的客服，請檢查安裝碼",
  messageMissing: "message 必須是文字",
  messageEmpty: "請輸入訊息",
  messageTooLong: (length, max) => `訊息太長了：${length} 個字，最多 ${max} 個字`,
  chatIdMalformed: "chat_id 格式不對：應為 web_ 加 8 到 32 個小寫十六進位字元",
  historyMalformed: "history 必須是陣列",
  messageIdMalformed: "message_id 格式不對：應為回答裡的 message_id",
  ratingMalformed: "rating 應為 up、down 或 none",
  reasonMalformed: "reason 必須是文字",
  reasonTooLong: (length, max) => `原因太長了：${length} 個字，最多 ${max} 個字`,
  noSuchMessage: "這則對話裡沒有這個回答",
  idempotencyKeyMalformed: "Idempotency-Key 應為 1 到 200 個可見的 ASCII 字元",
  idempotencyKeyReused: "這個 Idempotency-Key 已用在另一則訊息上",
  rateLimited: (seconds) => `現在訊息太多了，請 ${seconds} 秒後再試`,
  paused: "客服暫停服務中",
  internal: "系統暫時無法回覆，請稍後再試",
};

const en: WidgetErrorWords = {
  methodNotAllowed: (allowed) => `This address only takes ${allowed}`,
  notFound: "There is nothing at this address",
  notJson: "The request body must be a JSON object",
  tooLarge: "The request body is over 64 KiB",
  tooSlow: "The request body arrived too slowly; please try again",
  invalidToken: "No bot has this token; please check the install snippet",
  messageMissing: "message must be text",
  messageEmpty: "Please type a message",
  messageTooLong: (length, max) => `The message is too long: ${length} characters, at most ${max}`,
  chatIdMalformed: "chat_id is malformed: web_ and 8 to 32 lower-case hexadecimal characters",
  historyMalformed: "history must be an array",
  messageIdMalformed: "message_id is malformed: use the one of the answer",
  ratingMalformed: "rating must be up, down or none",
  reasonMalformed: "reason must be text",
  reasonTooLong: (length, max) => `The reason is too long: ${length} characters, at most ${max}`,
  noSuchMessage: "This chat has no such answer",
  idempotencyKeyMalformed: "Idempotency-Key must be 1 to 200 visible ASCII characters",
  idempotencyKeyReused: "This Idempotency-Key was used for another message",
  rateLimited: (seconds) => `Too many requests; please try again in ${seconds} seconds`,
  paused: "客服暫停服務中",
  internal: "The system can't answer right now; please try again later",
};

/** English where the reader's first language is English, else Traditional Chinese. */
export function widgetErrorWords(acceptLanguage: string | null): WidgetErrorWords {
  return /^\s*en\b/i.test(acceptLanguage ?? "") ? en : zhTW;
}
