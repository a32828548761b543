import type { Scope } from "@/lib/scopes";

const scopes: Record<Scope, { label: string; help: string }> = {
  "bots:read": { label: "看機器人", help: "機器人的清單和設定。" },
  "bots:write": { label: "改機器人的設定", help: "開關、外觀、歡迎詞、回答方式。" },
  "knowledge:read": { label: "看文件和問答", help: "內容和狀態，也能在裡面搜尋。" },
  "knowledge:write": { label: "改文件和問答", help: "放入、更新、刪除；刪除的會在回收桶裡 30 天。" },
  "answers:check": { label: "試問", help: "像訪客一樣問，什麼都不記錄。" },
  "conversations:read": { label: "看對話", help: "清單、內容，還有沒答出來的問題。" },
  "conversations:export": { label: "匯出對話", help: "整份逐字稿。" },
  "conversations:delete": { label: "刪除對話", help: "刪了就找不回來。" },
};

export const keys = {
  title: "API 金鑰",
  description: "讓你的程式在這個團隊裡做事：放文件、試問、讀對話。",
  reference: "怎麼用：API 參考",
  make: {
    title: "新增金鑰",
    name: "名稱",
    nameHelp: "寫用它的程式，例如「官網文件同步」。",
    scopes: "可以做什麼",
    scopesHelp: "只給用得到的。",
    days: "什麼時候失效",
    lifetimes: { "30": "30 天後", "90": "90 天後", "365": "一年後", "": "不會自己失效" },
    submit: "新增金鑰",
    submitting: "新增中…",
    made: (name: string) => `「${name}」好了。金鑰只會顯示這一次，請現在複製，放進程式的環境變數。`,
  },
  list: "這個團隊的金鑰",
  none: "還沒有金鑰。",
  scopes,
  by: (name: string) => `${name} 新增`,
  neverUsed: "還沒用過",
  used: (time: string) => `${time}用過`,
  expires: (time: string) => `${time}失效`,
  forGood: "不會自己失效",
  ended: { expired: "已過期", revoked: "已撤銷" },
  revoke: {
    submit: "撤銷",
    label: (name: string) => `撤銷「${name}」`,
    title: (name: string) => `撤銷「${name}」？`,
    description: "用這把金鑰的程式馬上就不能用了，而且不能復原。",
    done: (name: string) => `撤銷了「${name}」`,
  },
};
