const zhTW = {
  about: "AI 助理，答案附上出處",
  open: "開啟客服對話",
  close: "關閉對話",
  you: "你說：",
  send: "送出",
  over: "超過 {n} 字",
  paused: "客服暫停服務中",
  offline: "目前沒有網路，連上後會自動送出",
  unreachable: "連不上客服，請檢查網路",
  late: "還沒收到回覆",
  broken: "客服系統出了狀況",
  gone: "這個客服已經停用",
  limited: "訊息送得太快，請等 {n} 秒",
  retry: "再試一次",
};

export type Words = typeof zhTW;

const en: Words = {
  about: "AI assistant that cites its sources",
  open: "Open chat",
  close: "Close chat",
  you: "You:",
  send: "Send",
  over: "{n} over the limit",
  paused: "Customer service is paused",
  offline: "You are offline. It will be sent later",
  unreachable: "No connection",
  late: "No reply yet",
  broken: "Something went wrong",
  gone: "This chat is closed",
  limited: "Too many messages. Wait {n} s",
  retry: "Try again",
};

export type Locale = "zh-TW" | "en";

export const words: Record<Locale, Words> = { "zh-TW": zhTW, en };

/** The first of the wishes (most wanted first) that we speak; any Chinese is zh-TW, nothing at all is zh-TW too. */
export function chooseLocale(wishes: (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    const language = /^(zh|en)\b/i.exec(wish ?? "")?.[1];
    if (language) return language.toLowerCase() === "en" ? "en" : "zh-TW";
  }
  return "zh-TW";
}

/** The pattern with its {n}. */
export function fill(pattern: string, n: number): string {
  return pattern.replace("{n}", `${n}`);
}
