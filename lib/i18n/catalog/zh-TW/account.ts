export const account = {
  title: "帳號",
  profile: {
    title: "個人資料",
    name: "名字",
    nameHelp: "同事在對話裡會看到。",
    email: "電子郵件",
    emailHelp: "登入用，目前不能更改。",
    saved: "個人資料已儲存",
  },
  password: {
    title: "密碼",
    description: "改了之後，其他裝置都會登出。",
    current: "目前的密碼",
    next: "新密碼",

    submit: "更改密碼",
    submitting: "更改中…",
    saved: "密碼已更改，其他裝置已登出",
  },
  sessions: {
    title: "登入中的裝置",
    current: "這個裝置",
    lastActive: "最近使用",
    signOutOthers: "登出其他裝置",
    signedOutOthers: "其他裝置已登出",
  },
  preferences: {
    title: "偏好",
    language: "語言",
    theme: "外觀",
  },
};
