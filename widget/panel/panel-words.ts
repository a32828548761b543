import type { Locale } from "../locale";

/** What the launcher and a panel in which nothing was said yet say. */
export interface PanelWords {
  launcher: string;
  about: string;
  close: string;
  send: string;
  over: string;
  paused: string;
  offline: string;
  person: string;
  wantPerson: string;
}

export const panelWords: Record<Locale, PanelWords> = {
  "zh-TW": {
    launcher: "客服對話",
    about: "AI 助理，答案附上出處",
    close: "關閉對話",
    send: "送出",
    over: "超過 {n} 字",
    paused: "客服暫停服務中",
    offline: "目前送不出去，會自動再試",
    person: "找真人客服",
    wantPerson: "我想找真人客服",
  },
  "zh-CN": {
    launcher: "客服对话",
    about: "AI 助手，答案附上出处",
    close: "关闭对话",
    send: "发送",
    over: "超出 {n} 字",
    paused: "客服暂停服务中",
    offline: "目前发不出去，会自动再试",
    person: "找人工客服",
    wantPerson: "我想找人工客服",
  },
  en: {
    launcher: "Chat",
    about: "AI assistant that cites its sources",
    close: "Close chat",
    send: "Send",
    over: "{n} over the limit",
    paused: "Customer service is paused",
    offline: "Can’t be sent yet. Trying again",
    person: "Ask for a person",
    wantPerson: "I would like to talk to a person",
  },
  ja: {
    launcher: "チャット",
    about: "出典つきで答えるAIアシスタント",
    close: "チャットを閉じる",
    send: "送信",
    over: "{n}文字オーバー",
    paused: "ただいま受付を停止しています",
    offline: "まだ送信できません。自動で再試行します",
    person: "担当者を呼ぶ",
    wantPerson: "担当者と話したいです",
  },
};
