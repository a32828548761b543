export const demo = {
  metaTitle: "霧腳茶行",
  bar: {
    notice: "這是示範商店",
    dashboard: "打開儀表板",
    chats: "看對話",
    tryAsking: "問問右下角的小幫手：",
  },
};
