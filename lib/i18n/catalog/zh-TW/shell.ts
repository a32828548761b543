import { failed } from "./failed";

export const shell = {
  skipToContent: "跳到主要內容",
  mainNavigation: "主選單",
  userMenu: "帳號選單",
  chats: "對話",
  leads: "留言",
  openLeads: (count: number) => `${count > 999 ? "999+" : count} 則還沒回覆的留言`,
  bots: "機器人",
  team: "團隊",
  account: "帳號",
  signOut: "登出",
  signingOut: "登出中…",
  language: "語言",
  theme: "外觀",
  themeSystem: "跟隨系統",
  themeLight: "淺色",
  themeDark: "深色",
  waiting: (count: number) => `${count} 則等真人`,
  notFound: {
    title: "找不到這一頁",
    description: "網址可能打錯了，或這一頁已經刪除。也可能是你的團隊看不到它。",
    action: "回首頁",
    backTo: (place: string) => `回到${place}`,
  },
  fileGone: {
    title: "這個檔案打不開了",
    description: "連結可能過期了，或檔案已經刪除。請再要一個新的連結。",
    action: "回首頁",
  },
  failed,
  forbidden: {
    title: "你的角色不能看這一頁",
    description: "需要的話，請團隊的擁有者調整你的角色。",
    action: "回到對話",
  },
  unauthorized: {
    title: "請先登入",
    description: "登入後會回到這一頁。",
  },
};
