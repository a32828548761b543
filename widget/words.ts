const zhTW = {
  about: "AI 助理,答案附上出處",
  open: "開啟客服對話",
  close: "關閉對話",
  unread: "{n} 則新訊息",
  log: "對話內容",
  you: "你說",
  message: "訊息",
  send: "送出",
  typing: "正在找答案",
  over: "超過 {n} 字",
  paused: "客服暫停服務中",
  offline: "目前沒有網路,連上後會自動送出",
  unreachable: "連不上客服,請檢查網路再試",
  timeout: "等了 30 秒還沒有回覆",
  lost: "離開頁面時還沒收到回覆",
  broken: "客服系統出了狀況,沒能回覆這則訊息",
  refused: "這則訊息沒有被接受",
  gone: "這個客服已經停用",
  limited: "訊息送得太快,請等 {n} 秒",
  again: "現在可以再送了",
  retry: "再試一次",
  sources: "出處",
  visit: "看原頁",
  restart: "開始新對話",
  restarted: "已開始新對話",
  undo: "復原",
};

export type Words = typeof zhTW;

const en: Words = {
  about: "AI assistant, answers cite their source",
  open: "Open chat",
  close: "Close chat",
  unread: "{n} new",
  log: "Conversation",
  you: "You",
  message: "Message",
  send: "Send",
  typing: "Looking for the answer",
  over: "{n} over the limit",
  paused: "Customer service is paused",
  offline: "You are offline. This will be sent once you are back",
  unreachable: "Could not reach us. Check your connection and try again",
  timeout: "No reply after 30 seconds",
  lost: "You left the page before the reply came",
  broken: "Something went wrong on our side",
  refused: "This message was not accepted",
  gone: "This chat is no longer available",
  limited: "Too many messages. Wait {n} s",
  again: "You can send it again now",
  retry: "Try again",
  sources: "Sources",
  visit: "Open the page",
  restart: "New conversation",
  restarted: "New conversation started",
  undo: "Undo",
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
